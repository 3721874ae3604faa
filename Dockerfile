# The wheel, GraphiQL's page included.
FROM python:3.14-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /lineal
COPY . .
RUN make setup \
    && .venv/bin/python -m pip wheel --no-deps --no-build-isolation --wheel-dir /dist .

FROM python:3.14-slim
COPY requirements/run.txt /tmp/run.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/run.txt && rm /tmp/run.txt
COPY --from=build /dist /dist
RUN pip install --no-cache-dir --no-deps /dist/*.whl && rm -r /dist \
    && useradd --create-home lineal
USER lineal
ENV PYTHONUNBUFFERED=1 LINEAL_HOST=0.0.0.0
EXPOSE 8000
# Lineal ends everything within five seconds of SIGTERM.
CMD ["lineal", "serve"]
