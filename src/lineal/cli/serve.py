"""`lineal serve`"""


def serve() -> None:
    """Serve the registry: GraphQL, and GraphiQL in a browser, at /graphql.

    With nothing set it starts an embedded Neo4j and listens on 127.0.0.1 port 8000.

    Exits with 0 when stopped, and with 1 and one line on what is wrong when it cannot serve.

    Examples:

        lineal serve

        LINEAL_PORT=9000 LINEAL_DATA=~/registry lineal serve

        LINEAL_NEO4J_URI=bolt://graph:7687 LINEAL_NEO4J_PASSWORD=... lineal serve
    """
    from lineal import settings
    from lineal.serve import serve as serve_until_stopped

    serve_until_stopped(settings.load())
