using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;

namespace ThreadGraph.Benchmarks;

/// <summary>Collects garbage as the server does: what ThreadGraph.csproj says, and the SDK's default for servers.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsServedAttribute() : JobMutatorConfigBaseAttribute(
    Job.Default.WithGcServer(true).WithEnvironmentVariable("DOTNET_GCLOHThreshold", "400000"));
