using System.Diagnostics;
using Sovia.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.PrivateServer;

public sealed class ServerLockFileTests
{
    // As BusyBox has it: no other option than -n, and a usage error for the rest.
    private static readonly ServerAccount WithPlainFlock = new("", 0, 0, ["sh", "-c", "[ \"$2\" = -n ] || exit 1; exec \"$@\"", "sh"]);

    [ConditionalFact(Program = "flock")]
    public async Task a_lock_that_is_free_is_free_by_a_flock_that_cannot_wait_too()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.PathOf("server.lock"), "");
        Assert.False(await new ServerLockFile(folder.Path, WithPlainFlock).IsHeldAsync(default));
    }

    [ConditionalFact(Program = "flock")]
    public async Task a_lock_that_is_let_go_within_a_moment_is_waited_for()
    {
        using var folder = new TempFolder();
        using var holds = Process.Start("flock", [folder.PathOf("server.lock"), "sleep", "600"]);
        await WaitFor.TrueAsync(() => Machine.IsLocked(folder.PathOf("server.lock")), "the lock is held");
        var heldTask = new ServerLockFile(folder.Path, WithPlainFlock).IsHeldAsync(default);
        holds.Kill(entireProcessTree: true);
        Assert.False(await heldTask);
    }
}
