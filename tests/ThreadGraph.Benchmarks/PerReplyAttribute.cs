using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ThreadGraph.Benchmarks;

/// <summary>Shows time and memory divided by the parameter <c>Replies</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PerReplyAttribute() : ColumnConfigBaseAttribute(
    new PerReplyColumn("ns/reply", static report => report.ResultStatistics?.Mean),
    new PerReplyColumn("B/reply", static report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)))
{
    private sealed class PerReplyColumn(string name, Func<BenchmarkReport, double?> figure) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => $"{name}: of one operation, divided by the number of replies";

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            var replies = Convert.ToDouble(benchmarkCase.Parameters["Replies"], CultureInfo.InvariantCulture);
            var value = summary[benchmarkCase] is { } report ? figure(report) / replies : null;
            return value?.ToString("F1", CultureInfo.InvariantCulture) ?? "?";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
            GetValue(summary, benchmarkCase);
    }
}
