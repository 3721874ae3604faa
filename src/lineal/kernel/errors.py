"""Errors as a client sees them: each with a code and the request's id, and no more of a bug."""

import logging
from typing import Any

from graphql import GraphQLError

from lineal.kernel.graph import GraphBug, GraphError
from lineal.kernel.refs import InvalidRef
from lineal.kernel.refusals import Refusal

log = logging.getLogger(__name__)

MASKED = "Something went wrong in Lineal; the request's id finds it in the log"


def of_document(error: GraphQLError, request_id: str) -> dict[str, Any]:
    """Returns what is wrong with a document, so that nothing of it was executed."""
    return _coded(error, "INVALID_DOCUMENT", request_id)


def of_field(error: GraphQLError, request_id: str) -> dict[str, Any]:
    """Returns what went wrong with a field; what the client may not know is masked, and logged."""
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return _coded(error, "INVALID_VALUE", request_id)
    told = _told(cause)
    if told is None:
        log.error("request %s failed", request_id, exc_info=cause)
        told = MASKED, "INTERNAL"
    message, code = told
    return _coded(error, code, request_id) | {"message": message}


def _told(cause: Exception) -> tuple[str, str] | None:
    """Returns the message and the code of what a client may know, or None."""
    if isinstance(cause, GraphError) and not isinstance(cause, GraphBug):
        return str(cause), cause.code
    if isinstance(cause, InvalidRef):
        return str(cause), "INVALID_REF"
    if isinstance(cause, Refusal):
        return cause.message, cause.code
    return None


def _coded(error: GraphQLError, code: str, request_id: str) -> dict[str, Any]:
    """Returns an error as it is, with a code if it has none, and the request's id."""
    extensions = {"code": code, "requestId": request_id}
    return dict(error.formatted) | {"extensions": extensions | (error.extensions or {})}
