using System.Globalization;

namespace Sovia.Storage.PrivateServer;

/// <summary>What .NET does not tell about a folder: whose it is. Read with <c>ls</c>, which every unix has.</summary>
internal sealed record FolderOwnership(string Mode, uint Uid, uint Gid)
{
    /// <summary>A folder itself, no link to one, that nobody but its owner may enter.</summary>
    public bool IsPrivateFolder => Mode.StartsWith("drwx------", StringComparison.Ordinal);

    /// <summary>The facts, taken in one look and without following a link; null where there is nothing.</summary>
    public static async Task<FolderOwnership?> ReadAsync(string path, CancellationToken ct)
    {
        var answer = await ProcessRunner.RunAsync(["ls", "-ldn", path], ct);
        var words = answer.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return answer.Succeeded && words.Length > 4
            ? new(words[0], uint.Parse(words[2], CultureInfo.InvariantCulture), uint.Parse(words[3], CultureInfo.InvariantCulture))
            : null;
    }
}
