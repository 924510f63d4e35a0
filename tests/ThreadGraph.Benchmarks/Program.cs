using BenchmarkDotNet.Running;
using ThreadGraph.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);
