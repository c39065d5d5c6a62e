"""The benchmarks: each part compares us with something bare, in one run on one machine."""
