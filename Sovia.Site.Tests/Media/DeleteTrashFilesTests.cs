using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Trash;
using Sovia.Storage;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media;

/// <summary>Files are deleted only after the user has confirmed the list, and never while another post uses them.</summary>
public sealed class DeleteTrashFilesTests(SoviaHost host) : ScanTest(host)
{
    private readonly Post[] posts = [.. Enumerable.Range(0, 3).Select(i => Make.Still(i))];

    [Fact]
    public async Task trash_restore_and_expiry_leave_files_alone_and_deleting_takes_those_that_were_told()
    {
        var (heron, stork) = (Write($"{posts[0].Id}.png", TestMedia.Picture()), Write($"deep/{posts[1].Id}.png", TestMedia.Picture()));
        await StoreAndScanAsync();
        await ChangeAsync(new() { Trashed = true }, posts[0].Id);
        await ChangeAsync(new() { ExpireTrashedBefore = DateTimeOffset.UtcNow.AddDays(1) }, posts[0].Id);
        Assert.True(File.Exists(heron));
        var trash = await FindTrashAsync();
        Assert.Equal((1, 0, new FileInfo(heron).Length), (trash.Unshared.Count, trash.Shared, trash.Bytes));
        var deleted = await DeleteAsync(trash.Stamp);
        Assert.Equal((1, trash.Bytes, 0), (deleted!.Count, deleted.Bytes, deleted.Kept.Count));
        Assert.Equal((false, true), (File.Exists(heron), File.Exists(stork)));
        Assert.Empty((await FindTrashAsync()).All);
        Assert.Equal((FileStatus.Missing, FileStatus.Safe),
            ((await LoadPostAsync(posts[0].Id)).Safety is FileStatus.Safe ? FileStatus.Safe : FileStatus.Missing,
                (await LoadPostAsync(posts[1].Id)).Safety));
        // What a scan finds afterwards is no news to it.
        Assert.Equal(0, (await ScanAsync()).New);
        Assert.Empty((await FindTrashAsync()).All);
    }

    [Fact]
    public async Task a_file_that_another_post_shares_stays()
    {
        var bytes = TestMedia.Picture();
        var (one, other) = (Write($"{posts[0].Id}.png", bytes), Write($"{posts[1].Id}.png", bytes));
        await StoreAndScanAsync();
        await ChangeAsync(new() { Trashed = true }, posts[0].Id);
        var trash = await FindTrashAsync();
        Assert.Equal((0, 2), (trash.Unshared.Count, trash.Shared));
        Assert.Equal(0, (await DeleteAsync(trash.Stamp))!.Count);
        Assert.True(File.Exists(one) && File.Exists(other));
        await ChangeAsync(new() { Trashed = true }, posts[1].Id);
        Assert.Equal(2, (await DeleteAsync((await FindTrashAsync()).Stamp))!.Count);
        Assert.False(File.Exists(one) || File.Exists(other));
    }

    [Fact]
    public async Task a_file_that_another_library_uses_stays()
    {
        var file = Write($"{posts[0].Id}.png", TestMedia.Picture());
        await StoreAndScanAsync();
        await ChangeAsync(new() { Trashed = true }, posts[0].Id);
        await using (var elsewhere = Host.Store.LightweightSession("other"))
        {
            await using var session = Host.Store.QuerySession();
            elsewhere.Store((await session.Query<FileLocation>().ToListAsync()).ToArray());
            await elsewhere.SaveChangesAsync();
        }
        var trash = await FindTrashAsync();
        Assert.Equal((0, 1), (trash.Unshared.Count, trash.Shared));
        Assert.Equal(0, (await DeleteAsync(trash.Stamp))!.Count);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task nothing_is_deleted_where_it_is_not_what_was_told()
    {
        var file = Write($"{posts[0].Id}.png", TestMedia.Picture());
        var second = Write($"{posts[1].Id}.png", TestMedia.Picture());
        await StoreAndScanAsync();
        await ChangeAsync(new() { Trashed = true }, posts[0].Id);
        var trash = await FindTrashAsync();
        await ChangeAsync(new() { Trashed = true }, posts[1].Id);
        Assert.Null(await DeleteAsync(trash.Stamp));
        Assert.True(File.Exists(file) && File.Exists(second));
        await ChangeAsync(new() { Trashed = false }, posts[0].Id, posts[1].Id);
        Assert.Null(await DeleteAsync(trash.Stamp));
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task a_file_that_has_changed_or_lies_behind_a_link_is_kept_with_the_reason()
    {
        var changed = Write($"{posts[0].Id}.png", TestMedia.Picture());
        var real = Write("elsewhere.png", TestMedia.Picture());
        var link = GetPath($"{posts[1].Id}.png");
        File.CreateSymbolicLink(link, real);
        await StoreAndScanAsync();
        await ChangeAsync(new() { Trashed = true }, posts[0].Id, posts[1].Id);
        var trash = await FindTrashAsync();
        File.AppendAllText(changed, "more");
        var deleted = await DeleteAsync(trash.Stamp);
        // The bytes that the link leads to are those of the same post, and lie in the folder by themselves too.
        Assert.Equal((1, false), (deleted!.Count, File.Exists(real)));
        Assert.Equal(new[] { changed, link }.Order(), deleted.Kept.Select(one => one.Path).Order());
        Assert.Contains(deleted.Kept, one => one.Path == changed && one.Reason.Contains("Changed", StringComparison.Ordinal));
        Assert.True(File.Exists(changed) && new FileInfo(link).LinkTarget is not null);
    }

    [Fact]
    public async Task while_a_scan_runs_nothing_is_deleted_and_the_answer_says_so_soon()
    {
        var file = Write($"{posts[0].Id}.png", TestMedia.Picture());
        await StoreAndScanAsync();
        await ChangeAsync(new() { Trashed = true }, posts[0].Id);
        var trash = await FindTrashAsync();
        await using (await Services.GetRequiredService<LibraryLockProvider>().AcquireAsync("scan", default))
        {
            var refused = await ActivatorUtilities.CreateInstance<DeleteTrashFiles>(Services, Roots).RunAsync(trash.Stamp, default)
                .WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(0, refused.Count);
            Assert.Contains("A scan of the media folders is running.", refused.Problem, StringComparison.Ordinal);
            Assert.True(File.Exists(file));
        }
        Assert.Equal(1, (await DeleteAsync(trash.Stamp))!.Count);
    }

    [Fact]
    public async Task files_in_more_than_one_part_are_all_deleted_and_none_besides()
    {
        var many = Enumerable.Range(10, 450).Select(number => Make.Still(number)).ToArray();
        await StoreAsync(many);
        var files = many.Select(post => Write($"{post.Id}.png", TestMedia.Picture())).ToList();
        await StoreAndScanAsync();
        await ChangeAsync(new() { Trashed = true }, [.. many.Skip(1).Select(post => post.Id)]);
        var trash = await FindTrashAsync();
        var deleted = (await DeleteAsync(trash.Stamp))!;
        Assert.Equal((trash.Unshared.Count, 0), (deleted.Count, deleted.Kept.Count));
        Assert.Equal(files.Skip(1).Select(_ => false).Prepend(true), files.Select(File.Exists));
    }

    private async Task StoreAndScanAsync()
    {
        await StoreAsync(posts);
        await ScanAsync();
    }

    private Task<TrashFiles> FindTrashAsync() => WithAsync((FindTrashFiles find) => find.AllAsync(default));

    private async Task<DeletedFiles?> DeleteAsync(string stamp) =>
        await ActivatorUtilities.CreateInstance<DeleteTrashFiles>(Services, Roots).RunAsync(stamp, default) is { Problem: null } deleted
        ? deleted : null;
}
