using System.Diagnostics;
using System.Globalization;

namespace Sovia.Bench.Media;

/// <summary>
/// Times of the same work, and what they come to. On a machine that others use too, the processor's time says more than the clock's.
/// </summary>
internal sealed class Figures
{
    /// <summary>The last columns of a table, for <see cref="Row"/>.</summary>
    public const string Columns = "median, ms | p95, ms | worst, ms |";

    /// <summary>The last columns of a table, for <see cref="RowOfWork"/>.</summary>
    public const string ColumnsOfWork = "processor, ms | " + Columns;

    private readonly List<double> elapsed = [];
    private readonly List<double> worked = [];

    /// <summary>The median by the clock, ms.</summary>
    public double Median => At(elapsed, 0.5);

    /// <summary>The 95th percentile by the clock, ms.</summary>
    public double Late => At(elapsed, 0.95);

    public async Task TakeAsync(Func<Task> work)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await work();
        elapsed.Add(clock.Elapsed.TotalMilliseconds);
        worked.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    public void Take(Action work) => TakeAsync(() =>
    {
        work();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>A row of a table in Markdown: the clock's median, 95th percentile and worst.</summary>
    public string Row(params object[] cells) =>
        $"| {string.Join(" | ", [.. cells, Number(At(elapsed, 0.5)), Number(At(elapsed, 0.95)), Number(elapsed.Max())])} |";

    /// <summary>The same with the median of this process' own work on the processor before it.</summary>
    public string RowOfWork(params object[] cells) => Row([.. cells, Number(At(worked, 0.5))]);

    public static string Number(double value) => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static double At(List<double> times, double part) =>
        times.Order().ElementAt((int)Math.Min(times.Count - 1, Math.Ceiling(part * times.Count) - 1));
}
