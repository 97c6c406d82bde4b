using System.Diagnostics;
using System.Globalization;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>Programs and processes of the machine the tests run on.</summary>
internal static class Machine
{
    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>An account without rights can read this, whatever folders lead to it.</summary>
    public static bool IsForEveryone(string file)
    {
        using var process = Process.Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "--", "test", "-r", file]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>A container may forbid another one inside it.</summary>
    public static bool CanUnshare()
    {
        using var process = Process.Start("unshare", ["--pid", "--fork", "--mount-proc", "true"]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Whether some process holds a file locked.</summary>
    public static bool IsLocked(string file)
    {
        using var process = Process.Start("flock", ["-n", file, "true"]);
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    public static string Run(params string[] line)
    {
        var start = new ProcessStartInfo(line[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        line.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', line)}: {output}{errors.Result}");
        return output.Trim();
    }

    public static void Signal(string signal, int pid) =>
        Run("kill", $"-{signal}", "--", pid.ToString(CultureInfo.InvariantCulture));

    /// <summary>A zombie is no living process, although its pid is still taken.</summary>
    public static bool IsRunning(int pid)
    {
        try
        {
            return Stat(pid)[0] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static int SessionOf(int pid) => int.Parse(Stat(pid)[3], CultureInfo.InvariantCulture);

    public static uint UserOf(int pid) => uint.Parse(
        File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1],
        CultureInfo.InvariantCulture);

    // State, parent, group, session, ...: what follows the name, which may hold anything.
    private static string[] Stat(int pid) => File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ');
}
