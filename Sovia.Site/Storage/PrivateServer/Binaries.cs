using System.Text.RegularExpressions;

namespace Sovia.Storage.PrivateServer;

/// <summary>A folder with the three programs that make, start and stop a server, and their version.</summary>
internal sealed partial record Binaries(string Folder, string Version)
{
    public static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    public int Major => int.Parse(Version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    public string InitDb => Path.Combine(Folder, "initdb" + Suffix);

    public string PgCtl => Path.Combine(Folder, "pg_ctl" + Suffix);

    /// <summary>The programs of a folder, if all are there and the server's account can run them.</summary>
    public static async Task<Binaries?> InAsync(string folder, ServerAccount account, CancellationToken ct)
    {
        if (!Programs.All(program => File.Exists(Path.Combine(folder, program + Suffix))))
            return null;

        var answer = await Command.RunAsync(account.Line(Path.Combine(folder, "postgres" + Suffix), "--version"), ct);
        return answer.Ok && Number().Match(answer.Output) is { Success: true } version ? new(folder, version.Value) : null;
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
