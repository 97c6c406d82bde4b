using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

public sealed class UploadTests(SoviaHost host) : ScanTest(host)
{
    private readonly Post still = Make.Still();

    private Task<StoredUpload> UploadAsync(string name, byte[] bytes) =>
        ActivatorUtilities.CreateInstance<StoreUpload>(Services, Uploads).StoreAsync(name, new MemoryStream(bytes), default);

    private IEnumerable<string> Stored =>
        Directory.EnumerateFiles(Uploads.Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Uploads.Folder, path));

    [Fact]
    public async Task an_upload_is_stored_under_its_hash_and_matched_by_its_own_name()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        var hash = TestMedia.Hash(bytes);
        var stored = await UploadAsync($"grok-image-{still.Id} (1).png", bytes);
        Assert.Equal((hash, FileState.Matched, still.Id), (stored.File!.Id, stored.File.State, Assert.Single(stored.PostIds)));
        Assert.Equal([Path.Combine(hash[..2], hash + ".jpg")], Stored);
        Assert.Equal(bytes, await ReadServedAsync(still.Id));
    }

    [Fact]
    public async Task the_same_upload_twice_is_one_file_and_a_scan_finds_nothing_new()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        Assert.Equal(FileState.Unmatched, (await UploadAsync("picture.jpg", bytes)).File!.State);
        Assert.Equal(FileState.Matched, (await UploadAsync($"{still.Id}.jpg", bytes)).File!.State);
        Assert.Single(Stored);
        var report = await ScanAsync();
        Assert.Equal((0, 1), (report.New, report.Unchanged));
        Assert.Equal(["picture.jpg", $"{still.Id}.jpg"], Assert.Single(await LoadAllAsync<FileLocation>()).Names);
    }

    [Fact]
    public async Task many_uploads_of_the_same_bytes_at_once_are_one_file()
    {
        var bytes = TestMedia.Jpeg(100_000);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UploadAsync("a.jpg", bytes)));
        Assert.Single(Stored);
        Assert.Single(await LoadAllAsync<MediaFile>());
    }

    [Theory]
    [InlineData("../../../etc/passwd.jpg")]
    [InlineData(@"..\..\windows\system.jpg")]
    [InlineData("/absolute.jpg")]
    [InlineData("nul\0l.jpg")]
    [InlineData("")]
    public async Task a_name_is_never_a_path(string name)
    {
        var bytes = TestMedia.Jpeg();
        var stored = await UploadAsync(name, bytes);
        Assert.Equal(FileState.Unmatched, stored.File!.State);
        Assert.Equal([Path.Combine(stored.File.Id[..2], stored.File.Id + ".jpg")], Stored);
    }

    [Fact]
    public async Task files_that_are_not_media_are_rejected_and_not_stored()
    {
        var stored = await UploadAsync("page.jpg", [.. "<html><script>"u8]);
        Assert.NotNull(stored.Refusal);
        Assert.Empty(Stored);
    }

    [Fact]
    public async Task an_upload_that_breaks_off_leaves_nothing_behind()
    {
        var store = ActivatorUtilities.CreateInstance<StoreUpload>(Services, Uploads);
        using var breaking = new CancellationTokenSource();
        await breaking.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.StoreAsync("a.jpg", new MemoryStream(TestMedia.Jpeg()), breaking.Token));
        Assert.Empty(Stored);
    }
}
