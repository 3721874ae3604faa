"""Which side of a metric is better: told by its key where that is a well-known name, or not at all.

The table is one pattern for each side, of what Python's and Java's regular expressions have in
common: Cypher asks `key =~ $higher` and finds the same as `direction`.
"""

import re
from enum import StrEnum
from typing import Final


class Direction(StrEnum):
    """Which values of a metric are the better ones."""

    HIGHER = "HIGHER"
    LOWER = "LOWER"


# Names word by word: between words may stand a separator, or none.
_HIGHER = """
    acc, accuracy, balanced accuracy, exact match, em, precision, recall, sensitivity,
    specificity, tpr, true positive rate, tnr, true negative rate, npv, ppv, hit rate, hit ratio,
    f1, f1 score, f score, f measure, f2, f2 score, f beta, auc, au roc, roc auc, auc roc, roc
    auc score, au prc, pr auc, auc pr, average precision, average precision score, ap, map, mean
    average precision, ndcg, dcg, mrr, mean reciprocal rank, gini, ks, ks statistic, mcc,
    matthews corrcoef, kappa, cohen kappa, quadratic weighted kappa, jaccard, iou, miou, mean
    iou, dice, dice score, dice coefficient, r2, r2 score, r squared, adjusted r2, explained
    variance, explained variance score, pearson, pearsonr, spearman, spearmanr, kendall tau,
    concordance index, c index, bleu, sacrebleu, rouge, rouge 1, rouge 2, rouge l, rouge lsum,
    meteor, chrf, comet, bert score, pass, psnr, ssim, inception score, silhouette, silhouette
    score, calinski harabasz score, adjusted rand index, adjusted rand score, normalized mutual
    info score, nmi, ari, v measure, log likelihood, reward, episode reward, win rate,
    throughput, requests per second, tokens per second, samples per second
"""
_LOWER = """
    loss, error, error rate, err, log loss, cross entropy, cross entropy loss, binary cross
    entropy, categorical cross entropy, sparse categorical cross entropy, bce, bce loss, nll, nll
    loss, negative log likelihood, hinge loss, huber loss, smooth l1 loss, focal loss, dice loss,
    mse, rmse, mae, mape, smape, wape, mase, msle, rmsle, rmspe, nrmse, mdae, medae, mean squared
    error, root mean squared error, mean absolute error, mean absolute percentage error,
    symmetric mean absolute percentage error, median absolute error, mean squared log error, root
    mean squared log error, mean squared logarithmic error, root mean squared logarithmic error,
    max error, pinball loss, quantile loss, deviance, mean poisson deviance, mean gamma deviance,
    crps, brier, brier score, brier score loss, brier loss, ece, expected calibration error, mce,
    maximum calibration error, calibration error, hamming loss, zero one loss, fpr, false
    positive rate, fnr, false negative rate, fdr, eer, equal error rate, perplexity, ppl, bits
    per byte, bpb, bits per character, bpc, wer, word error rate, cer, character error rate, ter,
    der, fid, kid, lpips, kl divergence, davies bouldin score, aic, bic, latency, latency ms,
    latency seconds, inference time, inference time ms, inference seconds, response time,
    response time ms, training time, training seconds, duration, duration ms, duration seconds,
    seconds, memory, memory mb, peak memory, model size, size bytes, size mb, cost, regret
"""
# What stands before or after a name and changes nothing of its direction.
_OF = """
    train training val valid validation test testing eval evaluation dev holdout oof cv best
    final last epoch step mean avg average median macro micro weighted samples binary overall
    total ovr ovo p50 p90 p95 p99
"""
_SEPARATOR = r"[-_ /.]"


def _names(table: str) -> str:
    """Returns the pattern of all names of a table."""
    names = (f"{_SEPARATOR}*".join(name.split()) for name in table.split(","))
    return f"(?:{'|'.join(names)})"


def _keys(names: str) -> str:
    """Returns the pattern of keys: one of these names, with what may stand around it."""
    word = f"(?:{'|'.join(_OF.split())}|top{_SEPARATOR}*[0-9]+)"
    place = rf"(?:@[0-9k.:\[\]-]+|{_SEPARATOR}+at{_SEPARATOR}+[0-9k]+)?"
    return rf"(?i)(?:{word}{_SEPARATOR}+)*{names}{place}(?:{_SEPARATOR}+{word})*{place}"


HIGHER: Final = _keys(f"(?:{_names(_HIGHER)}|neg{_SEPARATOR}*{_names(_LOWER)})")
# A size alone is that of the model; `test_size` is how much there was to test it on.
LOWER: Final = f"{_keys(_names(_LOWER))}|size"

_SIDES = ((Direction.HIGHER, re.compile(HIGHER)), (Direction.LOWER, re.compile(LOWER)))


def direction(key: str) -> Direction | None:
    """Returns which values of the metric with this key are better, or None where nobody can know.

    Case and separators do not matter, nor does what it was measured on: `val_AUC`, `NDCG@10`,
    `recall_at_5`. `neg_` before a name turns it, as scikit-learn's scorers do
    (https://scikit-learn.org/stable/modules/model_evaluation.html).
    """
    return next((side for side, pattern in _SIDES if pattern.fullmatch(key)), None)
