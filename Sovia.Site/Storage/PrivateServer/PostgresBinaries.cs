using System.Text.RegularExpressions;

namespace Sovia.Storage.PrivateServer;

/// <summary>A folder with the programs that create, start and stop a server, and their version.</summary>
internal sealed partial record PostgresBinaries(string Folder, string Version)
{
    public static readonly string ExecutableSuffix = OperatingSystem.IsWindows() ? ".exe" : "";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    public int MajorVersion => int.Parse(Version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    public string InitDb => Path.Combine(Folder, "initdb" + ExecutableSuffix);

    public string PgCtl => Path.Combine(Folder, "pg_ctl" + ExecutableSuffix);

    /// <summary>Reads the programs of a folder; null if any is missing or the server's account cannot run them.</summary>
    public static async Task<PostgresBinaries?> TryReadAsync(string folder, ServerAccount account, CancellationToken ct)
    {
        if (!Programs.All(program => File.Exists(Path.Combine(folder, program + ExecutableSuffix))))
            return null;

        var result =
            await ProcessRunner.RunAsync(account.BuildCommandLine(Path.Combine(folder, "postgres" + ExecutableSuffix), "--version"), ct);
        return result.Succeeded && VersionRegex().Match(result.Output) is { Success: true } version ? new(folder, version.Value) : null;
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex VersionRegex();
}
