using System.Globalization;
using System.Text.RegularExpressions;

namespace Sovia.Storage.PrivateServer;

/// <summary>A folder that contains one subfolder per installed version of PostgreSQL.</summary>
/// <param name="Parent">The folder that contains the versions' folders.</param>
/// <param name="Pattern">The name of those folders, with <c>*</c> for the version.</param>
/// <param name="BinSubfolder">The path of the programs inside such a folder.</param>
public sealed partial record InstallLocation(string Parent, string Pattern, string BinSubfolder)
{
    /// <summary>
    /// The locations of Debian, SUSE, Alpine, Fedora, the PGDG packages, Homebrew, Postgres.app and the Windows installer.
    /// </summary>
    public static IReadOnlyList<InstallLocation> Defaults { get; } = OperatingSystem.IsWindows()
        ? [.. from folder in new[] { "ProgramFiles", "ProgramW6432" }
              let root = Environment.GetEnvironmentVariable(folder)
              where !string.IsNullOrEmpty(root)
              select new InstallLocation(Path.Combine(root, "PostgreSQL"), "*", "bin")]
        :
        [
            new("/usr/lib/postgresql", "*", "bin"),
            new("/usr/lib", "postgresql*", "bin"),
            new("/usr", "pgsql-*", "bin"),
            new("/usr/libexec", "postgresql*", ""),
            new("/opt/homebrew/opt", "postgresql*", "bin"),
            new("/usr/local/opt", "postgresql*", "bin"),
            new("/home/linuxbrew/.linuxbrew/opt", "postgresql*", "bin"),
            new("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
            new("/usr/local", "pgsql*", "bin"),
            new("/usr", "bin", ""),
        ];

    /// <summary>Returns the program folders that exist on this machine, newest version first.</summary>
    public IEnumerable<string> FindFolders()
    {
        if (!Directory.Exists(Parent))
            return [];

        return Directory.EnumerateDirectories(Parent, Pattern)
            .OrderByDescending(folder => ParseVersion(Path.GetFileName(folder)))
            .ThenBy(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, BinSubfolder));
    }

    private static double ParseVersion(string name) =>
        double.TryParse(VersionRegex().Match(name).Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var version) ? version : 0;

    [GeneratedRegex(@"\d+(\.\d+)?$")]
    private static partial Regex VersionRegex();
}
