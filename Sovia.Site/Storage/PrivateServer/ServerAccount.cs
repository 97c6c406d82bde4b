using System.Globalization;
using System.Runtime.InteropServices;

namespace Sovia.Storage.PrivateServer;

/// <summary>
/// The account that runs the server: the site's user, or an unprivileged account if the site runs as root, which PostgreSQL refuses.
/// </summary>
internal sealed record ServerAccount(string Name, uint Uid, uint Gid, IReadOnlyList<string> CommandPrefix)
{
    private static readonly string[] ProgramFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"];

    /// <summary>Whether the site's own user runs the server.</summary>
    public bool IsCurrentUser => CommandPrefix.Count == 0;

    /// <summary>Returns the command line that runs <paramref name="line"/> as this account.</summary>
    public IReadOnlyList<string> BuildCommandLine(params IEnumerable<string> line) => [.. CommandPrefix, .. line];

    /// <summary>Returns the account for a cluster: its owner if the cluster exists, else <c>postgres</c>, else <c>nobody</c>.</summary>
    public static async Task<ServerAccount> ResolveAsync(string cluster, PrivatePostgresOptions options, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
            return new(Environment.UserName, 0, 0, []);

        var owner = Directory.Exists(cluster) ? await FolderOwnership.ReadAsync(cluster, ct) : null;
        var currentUid = geteuid();
        if (currentUid != 0)
        {
            return owner is null || owner.Uid == currentUid
                ? new(Environment.UserName, currentUid, 0, [])
                : throw new PrivatePostgresException(PrivatePostgresMessages.BelongsToAnother(cluster, owner.Uid));
        }

        if (owner is { Uid: not 0 })
            return CreateUnprivileged(owner.Uid.ToString(CultureInfo.InvariantCulture), owner.Uid, owner.Gid, options);

        foreach (var name in new[] { "postgres", "nobody" })
        {
            if (await ReadIdAsync("-u", name, ct) is { } uid and not 0 && await ReadIdAsync("-g", name, ct) is { } gid)
                return CreateUnprivileged(name, uid, gid, options);
        }

        throw new PrivatePostgresException(PrivatePostgresMessages.NoAccount);
    }

    private static ServerAccount CreateUnprivileged(string name, uint uid, uint gid, PrivatePostgresOptions options)
    {
        bool HasProgram(string program) => ProgramFolders
            .Concat(options.SearchPath).Any(folder => File.Exists(Path.Combine(folder, program)));

        return new(name, uid, gid, HasProgram("setpriv") ? ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--"]
            : HasProgram("sudo") ? ["sudo", "-n", "-u", $"#{uid}", "-g", $"#{gid}", "--"]
            : throw new PrivatePostgresException(PrivatePostgresMessages.NoAccount));
    }

    private static async Task<uint?> ReadIdAsync(string option, string name, CancellationToken ct)
    {
        var result = await ProcessRunner.RunAsync(["id", option, name], ct);
        return result.Succeeded && uint.TryParse(result.Output, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

#pragma warning disable SYSLIB1054 // A source-generated import would need unsafe code in the whole site.
    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint geteuid();
#pragma warning restore SYSLIB1054
}
