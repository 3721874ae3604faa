"""Which side of a metric is better."""

import time

import pytest

from lineal.runs.directions import Direction, direction


class TestDirection:
    @pytest.mark.parametrize(
        "key",
        ["auc", "accuracy", "f1", "precision", "recall", "r2", "ndcg", "map", "bleu", "rouge"],
    )
    def test_more_is_better(self, key: str) -> None:
        assert direction(key) is Direction.HIGHER

    @pytest.mark.parametrize(
        "key",
        ["loss", "rmse", "mae", "mse", "logloss", "brier", "perplexity", "wer", "latency", "error"],
    )
    def test_less_is_better(self, key: str) -> None:
        assert direction(key) is Direction.LOWER

    @pytest.mark.parametrize(
        "key",
        [
            *("latency_ms", "p95_latency", "latency_p99", "inference_time", "duration", "seconds"),
            *("memory", "peak_memory", "cost", "total_cost", "size", "model_size"),
        ],
    )
    def test_less_time_and_less_room_are_better(self, key: str) -> None:
        assert direction(key) is Direction.LOWER

    @pytest.mark.parametrize("key", ["test_size", "train_size", "samples_size", "sample_size"])
    def test_the_size_of_data_is_none_of_a_model(self, key: str) -> None:
        assert direction(key) is None

    @pytest.mark.parametrize("key", ["ROC-AUC", "roc_auc", "roc auc", "rocAuc", "Roc/AUC"])
    def test_case_and_separators_do_not_matter(self, key: str) -> None:
        assert direction(key) is Direction.HIGHER

    @pytest.mark.parametrize(
        "key", ["val_loss", "test/loss", "train-loss", "eval_mean_loss", "loss.val", "loss_epoch"]
    )
    def test_what_it_was_measured_on_does_not_matter(self, key: str) -> None:
        assert direction(key) is Direction.LOWER

    @pytest.mark.parametrize(
        "key",
        ["ndcg@10", "recall_at_5", "map@[0.5:0.95]", "val_precision@k", "top_5_accuracy"],
    )
    def test_at_which_place_does_not_matter(self, key: str) -> None:
        assert direction(key) is Direction.HIGHER

    @pytest.mark.parametrize("key", ["f1_macro", "macro_f1", "f1-score/weighted", "roc_auc_ovr"])
    def test_how_it_was_averaged_does_not_matter(self, key: str) -> None:
        assert direction(key) is Direction.HIGHER

    def test_a_negated_error_is_better_if_it_is_higher(self) -> None:
        assert direction("neg_mean_squared_error") is Direction.HIGHER
        assert direction("neg_auc") is None

    @pytest.mark.parametrize(
        "key", ["", "seed", "rows", "std_auc", "auc_std", "lossless", "mapping", "accuracy_of_x"]
    )
    def test_none_where_nobody_can_know(self, key: str) -> None:
        assert direction(key) is None

    def test_a_key_that_is_made_to_be_slow_is_not(self) -> None:
        began = time.perf_counter()
        found = direction("val_" * 49 + "valx") or direction("top1_" * 39) or direction("_" * 200)

        assert found is None
        assert time.perf_counter() - began < 0.1
