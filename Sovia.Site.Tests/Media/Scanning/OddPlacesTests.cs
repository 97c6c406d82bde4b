using System.Diagnostics;
using Sovia.Library;
using Sovia.Media;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

public sealed class OddPlacesTests(SoviaHost host) : ScanTest(host)
{
    private readonly Post still = Make.Still();

    [Fact]
    public async Task a_link_out_of_the_root_is_not_followed()
    {
        await StoreAsync(still);
        Write(Path.Combine(Outside, "secret", $"{still.Id}.jpg"), TestMedia.Jpeg());
        File.CreateSymbolicLink(GetPath($"{still.Id}.jpg"), Path.Combine(Outside, "secret", $"{still.Id}.jpg"));
        Directory.CreateSymbolicLink(GetPath("linked"), Path.Combine(Outside, "secret"));
        var report = await ScanAsync();
        Assert.Equal((0, 2), (report.New, report.Rejected));
        Assert.Empty(await LoadAllAsync<MediaFile>());
        Assert.Null(await ReadServedAsync(still.Id));
    }

    [Fact]
    public async Task a_file_that_turns_into_a_link_out_of_the_root_is_no_longer_served()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        var path = Write($"{still.Id}.jpg", bytes);
        await ScanAsync();
        var secret = Write(Path.Combine(Outside, "secret.jpg"), bytes);
        File.SetLastWriteTimeUtc(secret, File.GetLastWriteTimeUtc(path));
        File.Delete(path);
        File.CreateSymbolicLink(path, secret);
        Assert.Null(await ReadServedAsync(still.Id));
    }

    [Fact]
    public async Task a_link_that_stays_inside_is_followed()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        Write("objects/ab/cd", bytes);
        File.CreateSymbolicLink(GetPath($"{still.Id}.jpg"), Path.Combine("objects", "ab", "cd"));
        await ScanAsync();
        Assert.Equal(bytes, await ReadServedAsync(still.Id));
    }

    [Fact]
    public async Task pipes_devices_and_empty_files_are_passed_by()
    {
        await StoreAsync(still);
        await RunAsync("mkfifo", GetPath($"{still.Id}.jpg"));
        File.CreateSymbolicLink(GetPath("zero.jpg"), "/dev/zero");
        Write("empty.mp4", []);
        var report = await ScanAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((0, 3), (report.New, report.Rejected));
    }

    [Fact]
    public async Task names_may_be_as_odd_as_the_disk_allows()
    {
        string[] names = ["new\nline.jpg", "trailing dots...", " spaces ", "tab\t.jpg", "\u202Eevil.jpg", "e\u0301.jpg", "😀.jpg",
            "back\\slash.jpg", new string('a', 251) + ".jpg", "CON", "-rf", "*?.jpg", "%2e%2e%2f.jpg"];
        foreach (var name in names) Write(name, TestMedia.Jpeg());
        var report = await ScanAsync();
        Assert.Equal((names.Length, 0), (report.Unmatched, report.Rejected));
        Assert.Equal(names.Order(StringComparer.Ordinal), (await LoadAllAsync<FileLocation>()).Select(location => location.Path)
            .Order(StringComparer.Ordinal));
        Assert.Equal(names.Length, (await ScanAsync()).Unchanged);
    }

    [Fact]
    public async Task a_name_that_is_no_text_is_refused_and_the_rest_goes_in()
    {
        Write("fine.jpg", TestMedia.Jpeg());
        await RunAsync("sh", "-c", $"printf x > '{Root}'/\"$(printf 'bad\\377.jpg')\"; mkdir '{Root}'/\"$(printf 'bad\\376')\"");
        try
        {
            var report = await ScanAsync();
            Assert.Equal((1, 2), (report.New, report.Rejected));
            Assert.All(report.Notes, note => Assert.Contains("isn't valid text", note.Reason, StringComparison.Ordinal));
        }
        finally
        {
            await RunAsync("sh", "-c", $"rm -rf '{Root}'/bad*");
        }
    }

    [Fact]
    public async Task a_folder_that_cannot_be_read_is_noted_and_the_rest_goes_in()
    {
        Write("fine.jpg", TestMedia.Jpeg());
        // Deeper than any path may be long: even root cannot enter it by its name.
        var deep = string.Join('/', Enumerable.Repeat(new string('d', 200), 14));
        Directory.CreateDirectory(Path.Combine(Outside, deep));
        Directory.CreateDirectory(Path.Combine(Root, deep));
        Directory.Move(Path.Combine(Outside, new string('d', 200)), Path.Combine(Root, deep, "e"));
        try
        {
            var report = await ScanAsync();
            Assert.Equal((1, 1), (report.New, report.Rejected));
        }
        finally
        {
            await RunAsync("sh", "-c", $"rm -rf '{Root}'/d*");
        }
    }

    [Theory]
    [InlineData("{0}.jpg.part")]
    [InlineData("{0}.jpg.crdownload")]
    [InlineData(".~{0}.jpg")]
    public async Task a_file_with_a_temporary_name_waits(string name)
    {
        await StoreAsync(still);
        var path = Write(string.Format(null, name, still.Id), TestMedia.Jpeg());
        var report = await ScanAsync();
        Assert.Equal((0, 1, 0), (report.New, report.Waiting, report.Rejected));
        File.Move(path, GetPath($"{still.Id}.jpg"));
        Assert.Equal(1, (await ScanAsync()).New);
    }

    [Fact]
    public async Task a_file_that_a_downloader_is_still_at_waits()
    {
        await StoreAsync(still);
        Write($"{still.Id}.jpg", TestMedia.Jpeg());
        var control = Write($"{still.Id}.jpg.aria2", "control");
        Assert.Equal((0, 2), (await ScanAsync() is var report ? report.New : -1, report.Waiting));
        File.Delete(control);
        Assert.Equal(1, (await ScanAsync()).New);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var made = Process.Start(program, arguments);
        await made.WaitForExitAsync();
        Assert.Equal(0, made.ExitCode);
    }
}
