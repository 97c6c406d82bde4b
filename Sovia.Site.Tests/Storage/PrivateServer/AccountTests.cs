
namespace Sovia.Tests.Storage.PrivateServer;

public sealed class AccountTests
{
    [ConditionalFact(RequiresRoot = true)]
    public async Task roots_server_runs_as_an_account_without_rights()
    {
        await using var folder = new DataFolderForTests();
        var postgres = await folder.StartAsync();
        await MarkerTable.SaveMarkerAsync(postgres.ConnectionString);

        Assert.NotEqual(0u, Machine.UserOf(folder.Pid!.Value));
    }

    [ConditionalFact(RequiresRoot = true, Program = "setpriv")]
    public async Task an_ordinary_users_site_runs_the_server_as_that_user()
    {
        await using var folder = new DataFolderForTests("his");
        Directory.CreateDirectory(folder.Data);
        Machine.Run("chown", "nobody", folder.Data);
        var site = await folder.StartSiteAsync("setpriv", "--reuid=nobody", "--clear-groups", "--no-new-privs",
            "env", $"HOME={folder.Data}");
        var server = folder.Pid!.Value;

        Assert.Equal(Machine.UserOf(site.Pid), Machine.UserOf(server));

        site.PressCtrlC();
        Assert.Equal(0, await site.WaitForExitAsync());
        Assert.False(Machine.IsRunning(server));
    }

    [ConditionalFact(RequiresRoot = true)]
    public async Task a_cluster_that_root_copied_from_a_backup_is_handed_to_the_servers_account()
    {
        await using var folder = new DataFolderForTests();
        await using (var first = await folder.StartAsync())
            await MarkerTable.SaveMarkerAsync(first.ConnectionString);
        Machine.Run("chown", "-R", "0:0", folder.Cluster);

        await MarkerTable.VerifyMarkerAsync((await folder.StartAsync()).ConnectionString);
    }

    [ConditionalFact(RequiresRoot = true)]
    public async Task a_data_directory_out_of_the_accounts_reach_is_refused_with_what_to_do()
    {
        await using var folder = new DataFolderForTests("closed/data");
        Machine.Run("mkdir", "-m", "700", Path.GetDirectoryName(folder.Data)!);

        var message = await folder.GetStartErrorAsync();

        Assert.Contains("can't access " + folder.Data, message, StringComparison.Ordinal);
        Assert.Contains("--Sovia:DataDirectory=/var/lib/sovia", message, StringComparison.Ordinal);
    }

    [ConditionalFact(RequiresRoot = true, Program = "setpriv")]
    public async Task a_database_of_another_user_is_left_alone()
    {
        await using var folder = new DataFolderForTests();
        await (await folder.StartAsync()).DisposeAsync();
        Machine.Run("chmod", "777", folder.Data);
        Machine.Run("chmod", "-R", "a+rwX", Path.Combine(folder.Data, "postgres-sites"));

        var site = folder.BeginSite("setpriv", "--reuid=12345", "--regid=12345", "--clear-groups", "env", $"HOME={folder.Data}");

        Assert.Equal(1, await site.WaitForExitAsync());
        Assert.Contains("belongs to another user (number ", site.Output, StringComparison.Ordinal);
    }
}
