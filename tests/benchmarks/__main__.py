"""`python tests/benchmarks`: the benchmark of `bench.py`."""

from bench import main

if __name__ == "__main__":
    main()
