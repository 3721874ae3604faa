"""What `lineal demo` fills a registry with: the example of credit risk, and an invented company."""
