using System.Globalization;

namespace Sovia.Storage.PrivateServer;

/// <summary>A folder's mode and owner, which .NET does not expose. Read with <c>ls</c>, which every unix has.</summary>
internal sealed record FolderOwnership(string Mode, uint Uid, uint Gid)
{
    /// <summary>Whether this is a folder, not a link to one, that only its owner may enter.</summary>
    public bool IsPrivateFolder => Mode.StartsWith("drwx------", StringComparison.Ordinal);

    /// <summary>Reads mode and owner in one call, without following a link; null if the path does not exist.</summary>
    public static async Task<FolderOwnership?> ReadAsync(string path, CancellationToken ct)
    {
        var result = await ProcessRunner.RunAsync(["ls", "-ldn", path], ct);
        var fields = result.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return result.Succeeded && fields.Length > 4
            ? new(fields[0], uint.Parse(fields[2], CultureInfo.InvariantCulture), uint.Parse(fields[3], CultureInfo.InvariantCulture))
            : null;
    }
}
