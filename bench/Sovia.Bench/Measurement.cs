using System.Runtime.CompilerServices;

namespace Sovia.Bench;

/// <summary>Measures a library of one size and prints each result.</summary>
internal sealed class Measurement(BenchOptions options, int families, TextWriter output)
{
    private const int ConcurrentConnections = 16;

    // Until what is called often has been compiled well.
    private const int SecondsToWarmUp = 8;

    private LibrarySample? facts;

    private static readonly Row First = new("warming up", ["/"]);

    /// <summary>Measures and prints.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var data = options.DataOf(families);
        await output.WriteLineAsync(Table.Title($"{families:N0} families"));
        await output.WriteLineAsync(await new Preparation(options, families, data).RunAsync(ct));
        await output.WriteLineAsync(
            $"Load of the machine before: {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores.\n");
        var site = await SiteProcess.StartAsync(options.Site, data, ct);
        try
        {
            await RowsAsync(site, new(data), ct);
            var isFirst = true;
            await foreach (var line in RunOtherBenchmarksAsync(site, data, ct))
            {
                if (isFirst) await output.WriteLineAsync(Table.Head("what", "value"));
                isFirst = false;
                await output.WriteLineAsync(line);
            }
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private async IAsyncEnumerable<string> RunOtherBenchmarksAsync(SiteProcess site, string data,
        [EnumeratorCancellation] CancellationToken ct)
    {
        if (options.Wants("first page packed"))
            yield return Table.Line("first page packed: HTML, JavaScript, CSS", await FirstPage.SizesAsync(site.Client, ct));
        if (options.Wants("memory")) yield return Table.Line("memory of the site after the run", $"{site.Memory:N0} MB");
        if (options.Wants("export"))
            await foreach (var line in new ExportBenchmark(site).RunAsync(ct)) yield return line;
        await site.DisposeAsync();
        if (options.Wants("second start"))
        {
            await using var again = await SiteProcess.StartAsync(options.Site, data, ct);
            yield return Table.Line("second start to first page", $"{again.StartupTime.TotalSeconds:N2} s");
        }
        await foreach (var line in new SimilarityBenchmark(options, data).RunAsync(facts!.RootsWithPrompt[0], ct)) yield return line;
        if (!options.Wants("import")) yield break;
        await foreach (var line in new ImportBenchmark(options, families).RunAsync(ct)) yield return line;
    }

    private async Task RowsAsync(SiteProcess site, Database database, CancellationToken ct)
    {
        facts = await LibrarySample.ReadAsync(families, site, database, ct);
        var rows = Rows.For(facts).Where(row => options.Wants(row.Name)).ToList();
        var statements = new Statements(database);
        await statements.CountPlanningAsync(ct);
        if (rows.Exists(row => row.Name.StartsWith("similar", StringComparison.Ordinal)))
            await SimilarityBenchmark.ReadyAsync(site, facts.RootsWithPrompt[0], ct);
        await new Wrk(site, options.Work, SecondsToWarmUp).DriveAsync(First, [], ConcurrentConnections, ct);
        await output.WriteLineAsync(Table.Head("what", "p50 ms", "p95 ms", "requests/s with 16", "bytes", "SQL ms", "floor SQL ms",
            "floor p50 ms", "floor/s with 16"));
        foreach (var row in rows) await output.WriteLineAsync(await MeasureRowAsync(row, site, database, statements, ct));
        await output.WriteLineAsync();
        await MeasureAnnotatedLibraryAsync(site, database, statements, ct);
    }

    // Runs last, because the other measurements need a library without annotations.
    private async Task MeasureAnnotatedLibraryAsync(SiteProcess site, Database database, Statements statements, CancellationToken ct)
    {
        var rows = Rows.ForAnnotatedLibrary(facts!).Where(row => options.Wants(row.Name)).ToList();
        if (rows.Count == 0) return;
        var large = await new AnnotationBenchmark(site, database, families).RunAsync(ct);
        await output.WriteLineAsync(Table.Head("what", "p50 ms", "p95 ms", "requests/s with 16", "bytes", "SQL ms", "floor SQL ms",
            "floor p50 ms", "floor/s with 16"));
        foreach (var row in rows) await output.WriteLineAsync(await MeasureRowAsync(row, site, database, statements, ct));
        await output.WriteLineAsync();
        foreach (var line in large.Prepend(Table.Head("what", "value"))) await output.WriteLineAsync(line);
        await output.WriteLineAsync();
    }

    private async Task<string> MeasureRowAsync(Row row, SiteProcess site, Database database, Statements statements, CancellationToken ct)
    {
        try
        {
            var probe = await Probe.RunAsync(row, site.Client, ct);
            if (probe.Refusal is { } refusal) return Table.Line(row.Name, refusal, "", "", "", "", "", "", "");
            var wrk = new Wrk(site, options.Work, options.Seconds);
            var used = (await new Wrk(site, options.Work, seconds: 1).DriveAsync(row, probe.Headers, 1, ct)).Count;
            await statements.ResetAsync(ct);
            var sequential = await wrk.DriveAsync(Unused(row, used), probe.Headers, 1, ct);
            var sql = Table.Ms(await statements.ReadTotalMsAsync(ct) / sequential.Count);
            var concurrent = await wrk.DriveAsync(Unused(row, used + sequential.Count + 1), probe.Headers, ConcurrentConnections, ct);
            return Table.Line([row.Name, Table.Ms(sequential.P50), Table.Ms(sequential.P95), $"{concurrent.PerSecond:N0}",
                $"{probe.Bytes:N0}", sql,
                .. await FloorAsync(row, database, statements, ct)]);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or OperationCanceledException
            && !ct.IsCancellationRequested)
        {
            return Table.Line(row.Name, e.Message.Split('\n')[^1], "", "", "", "", "", "", "");
        }
    }

    // wrk begins with the first address each time.
    private static Row Unused(Row row, int used) => row.IsAskedOnce ? row with { Paths = [.. row.Paths.Skip(used + 1)] } : row;

    private async Task<string[]> FloorAsync(Row row, Database database, Statements statements, CancellationToken ct)
    {
        if (row.Floor is not { } sql) return ["", "", ""];
        var pgbench = new Pgbench(database, options.Work, options.Seconds);
        await statements.ResetAsync(ct);
        var sequential = await pgbench.DriveAsync(sql, 1, ct);
        var taken = Table.Ms(await statements.ReadTotalMsAsync(ct) / sequential.Count);
        return [taken, Table.Ms(sequential.P50), $"{(await pgbench.DriveAsync(sql, ConcurrentConnections, ct)).PerSecond:N0}"];
    }
}
