using System.Diagnostics;
using System.Globalization;

namespace Sovia.Storage.PrivateServer;

/// <summary>The contents of <c>postmaster.pid</c>, verified against the running processes.</summary>
internal sealed record Postmaster(int Pid, int? Port, bool IsReady)
{
    public static string GetPidFile(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>Finds the running server of a cluster; null if there is none, even if a stale pid file names one.</summary>
    public static async Task<Postmaster?> FindRunningAsync(string cluster, ServerAccount account, CancellationToken ct)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(GetPidFile(cluster), ct);
        }
        catch (IOException)
        {
            return null;
        }

        if (lines.Length == 0 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid))
            return null;

        return await IsRunningInAsync(pid, cluster, account, ct)
            ? new(pid,
                lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) ? port : null,
                lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal))
            : null;
    }

    /// <summary>Finds child processes of a server whose postmaster has died; they exit once they notice.</summary>
    public static IReadOnlyList<int> FindOrphans(string cluster) => !OperatingSystem.IsLinux() ? [] :
        [.. from folder in Directory.EnumerateDirectories("/proc")
            where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && GetWorkingFolder(folder) == cluster
            where ReadCommandName(folder).StartsWith("postgres", StringComparison.Ordinal)
            select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)];

    /// <summary>Kills an orphan, which PostgreSQL is designed to survive.</summary>
    public static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The process has exited already.
        }
    }

    // A pid proves nothing: it may be a zombie's or have been reused. A server's working directory is its cluster's folder.
    private static async Task<bool> IsRunningInAsync(int pid, string cluster, ServerAccount account, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux())
            return IsPostgres(pid);

        var procFolder = $"/proc/{pid}";
        if (GetWorkingFolder(procFolder) is { } workingFolder)
            return workingFolder == cluster;

        // In a container root may be denied access to /proc entries that the server's own account can read.
        if (account.IsCurrentUser || !Directory.Exists(procFolder))
            return false;
        var result = await ProcessRunner.RunAsync(account.BuildCommandLine("readlink", $"{procFolder}/cwd"), ct);
        return result.Succeeded && result.Output == cluster;
    }

    private static string? GetWorkingFolder(string procFolder)
    {
        try
        {
            return File.ResolveLinkTarget($"{procFolder}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string ReadCommandName(string procFolder)
    {
        try
        {
            return File.ReadAllText($"{procFolder}/comm");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool IsPostgres(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
