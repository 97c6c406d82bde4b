namespace Sovia.Bench;

/// <summary>The results of one load run.</summary>
/// <param name="P50">Median response time in ms.</param>
/// <param name="P95">95th percentile of the response time in ms.</param>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Count">Answers in all.</param>
internal sealed record LoadResult(double P50, double P95, double PerSecond, int Count);
