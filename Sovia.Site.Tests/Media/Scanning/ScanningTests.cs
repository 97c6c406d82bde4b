using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

public sealed class ScanningTests(SoviaHost host) : ScanTest(host)
{
    private readonly Post still = Make.Still();

    [Fact]
    public async Task unchanged_files_are_not_written_again()
    {
        await StoreAsync(still);
        Write($"{still.Id}.jpg", TestMedia.Jpeg());
        Write("notes.txt", "no media");
        var first = await ScanAsync();
        var before = await LastWriteAsync();
        var again = await ScanAsync();
        Assert.Equal((2, 1, 0, 1), (first.Files, first.New, first.Unchanged, first.Other));
        Assert.Equal((2, 0, 2, 1), (again.Files, again.New, again.Unchanged, again.Other));
        Assert.Equal((1, 1), (first.Matched["uuid-in-name"], again.Matched["uuid-in-name"]));
        Assert.Equal(before, await LastWriteAsync());
    }

    [Fact]
    public async Task a_moved_and_renamed_file_stays_its_post_s()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        var path = Write($"{still.Id}.jpg", bytes);
        await ScanAsync();
        File.Move(path, GetPath("holiday/best one.jpg"));
        var report = await ScanAsync();
        Assert.Equal((1, 1), (report.New, report.Missing));
        Assert.Equal(bytes, await ReadServedAsync(still.Id));
        Assert.Single(await LoadAllAsync<MediaFile>());
    }

    [Fact]
    public async Task the_same_bytes_at_two_places_are_one_file_and_belong_to_both_posts_they_name()
    {
        var other = Make.Still(1);
        await StoreAsync(still, other);
        var bytes = TestMedia.Jpeg();
        Write($"{still.Id}.jpg", bytes);
        Write($"copies/{other.Id}.jpg", bytes);
        await ScanAsync();
        Assert.Equal(TestMedia.Hash(bytes), Assert.Single(await LoadAllAsync<MediaFile>()).Id);
        Assert.Equal(2, (await LoadAllAsync<FileLocation>()).Count);
        Assert.Equal(bytes, await ReadServedAsync(still.Id));
        Assert.Equal(bytes, await ReadServedAsync(other.Id));
    }

    [Fact]
    public async Task a_file_that_is_away_is_missing_and_back_when_it_is_back()
    {
        await StoreAsync(still);
        var path = Write($"{still.Id}.jpg", TestMedia.Picture());
        await ScanAsync();
        Assert.Equal(1, Assert.Single(await LoadAllAsync<Family>()).Safe);
        var away = Path.Combine(Outside, "away.jpg");
        File.Move(path, away);
        Assert.Equal(1, (await ScanAsync()).Missing);
        Assert.True((await LoadPostAsync(still.Id)).File!.Missing);
        Assert.Equal(0, Assert.Single(await LoadAllAsync<Family>()).Safe);
        Assert.NotNull(Assert.Single(await LoadAllAsync<FileLocation>()).MissingSince);
        File.Move(away, path);
        Assert.Equal(0, (await ScanAsync()).Missing);
        Assert.False((await LoadPostAsync(still.Id)).File!.Missing);
        Assert.Equal(1, Assert.Single(await LoadAllAsync<Family>()).Safe);
    }

    [Fact]
    public async Task a_whole_root_that_is_away_loses_nothing()
    {
        await StoreAsync(still);
        Write($"{still.Id}.jpg", TestMedia.Jpeg());
        await ScanAsync();
        Directory.Move(Root, Path.Combine(Outside, "drive"));
        Assert.Equal(1, (await ScanAsync()).Missing);
        Directory.Move(Path.Combine(Outside, "drive"), Path.Combine(Path.GetDirectoryName(Outside)!, "media"));
        Assert.Equal((0, 1), (await ScanAsync() is var report ? report.Missing : -1, (await LoadAllAsync<MediaFile>()).Count));
        Assert.False((await LoadPostAsync(still.Id)).File!.Missing);
    }

    [Fact]
    public async Task other_bytes_under_the_same_name_are_another_content()
    {
        await StoreAsync(still);
        var old = TestMedia.Jpeg(64);
        var fresh = TestMedia.Jpeg(80);
        Write($"{still.Id}.jpg", old);
        await ScanAsync();
        Write($"{still.Id}.jpg", fresh);
        Assert.Null(await ReadServedAsync());
        Assert.Equal(1, (await ScanAsync()).Changed);
        Assert.Equal(fresh, await ReadServedAsync(still.Id));
        Assert.Equal([(TestMedia.Hash(fresh), true), (TestMedia.Hash(old), false)],
            (await LoadAllAsync<MediaFile>()).Select(file => (file.Id, file.Present)).OrderByDescending(pair => pair.Present));
    }

    [Fact]
    public async Task a_scan_that_died_half_way_ends_as_one_that_did_not()
    {
        var posts = Enumerable.Range(0, 450).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        foreach (var post in posts) Write($"{post.Id}.jpg", TestMedia.Picture());
        using var dying = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Scan.ScanAllAsync(new SynchronousProgress(report => dying.Cancel()), dying.Token));
        Assert.InRange((await LoadAllAsync<MediaFile>()).Count, 1, 449);
        var report = await ScanAsync();
        Assert.Equal((450, 450), (report.New + report.Unchanged, report.Matched["uuid-in-name"]));
        Assert.Equal((450, 450, 450), ((await LoadAllAsync<MediaFile>()).Count, (await LoadAllAsync<FileMatch>()).Count,
            (await LoadAllAsync<Family>()).Sum(family => family.Safe)));
    }

    [Fact]
    public async Task two_scans_at_once_find_everything_once()
    {
        var posts = Enumerable.Range(0, 60).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        foreach (var post in posts) Write($"{post.Id}.jpg", TestMedia.Jpeg());
        var reports = await Task.WhenAll(ScanAsync(), ScanAsync());
        Assert.Equal(60, reports.Sum(report => report.New));
        Assert.Equal((60, 60, 60), ((await LoadAllAsync<MediaFile>()).Count, (await LoadAllAsync<FileMatch>()).Count,
            (await LoadAllAsync<FileLocation>()).Count));
    }

    private async Task<byte[]?> ReadServedAsync() => await ReadServedAsync(still.Id);

    private async Task<string> LastWriteAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand(
            "select string_agg(t, ',' order by t) from (select xmin::text || id::text t from sovia.mt_doc_mediafile union all select "
            + "xmin::text || id from sovia.mt_doc_filelocation union all select xmin::text || id from sovia.mt_doc_post) all_rows");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private sealed class SynchronousProgress(Action<ScanReport> action) : IProgress<ScanReport>
    {
        public void Report(ScanReport value) => action(value);
    }
}
