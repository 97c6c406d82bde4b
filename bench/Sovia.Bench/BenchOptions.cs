namespace Sovia.Bench;

/// <summary>The options of the command line.</summary>
/// <param name="Site">The published site.</param>
/// <param name="Work">A folder that is thrown away afterwards.</param>
/// <param name="Data">Where seeded libraries are kept; null keeps none.</param>
/// <param name="Only">Parts of the names of the rows to measure, separated by commas; null measures all.</param>
/// <param name="Without">Parts of the names of rows to leave out, separated by commas; null leaves out none.</param>
/// <param name="Seconds">How long each row is driven, each way.</param>
internal sealed record BenchOptions(string Site, string Work, string? Data, string? Only, string? Without, int Seconds)
{
    /// <summary>Whether a row is wanted.</summary>
    public bool Wants(string name) => (Only is null || Contains(name, Only)) && (Without is null || !Contains(name, Without));

    private static bool Contains(string name, string parts) =>
        Array.Exists(parts.Split(','), part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The data directory of a size. Others must be able to pass through it: see <c>bench/run</c>.</summary>
    public string DataOf(int families) => Path.GetFullPath(Path.Combine(Data ?? Path.Combine(Work, "data"), $"{families}"));
}
