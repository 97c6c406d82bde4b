using Sovia.Media.Scanning;
using Sovia.Media.Verification;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Overview;

public sealed class VerifyTests(SoviaHost host) : HostTest(host), IDisposable
{
    private readonly string folder = Path.Combine(host.DataDirectory, "media", "verify");

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task a_file_whose_bytes_turned_is_told_from_one_that_was_written_to_and_one_that_is_gone()
    {
        foreach (var name in new[] { "good", "rotten", "changed", "gone" }) Write(name, FileBytes.Picture(name.Length + name[0]));
        await WithAsync<ScanRoots, ScanReport>(scan => scan.ScanAllAsync(null, default));
        var before = File.GetLastWriteTimeUtc(PathOf("rotten"));
        var corruptBytes = await File.ReadAllBytesAsync(PathOf("rotten"));
        corruptBytes[^1] ^= 1;
        await File.WriteAllBytesAsync(PathOf("rotten"), corruptBytes);
        File.SetLastWriteTimeUtc(PathOf("rotten"), before);
        Write("changed", FileBytes.Picture(9, 5_000));
        File.Delete(PathOf("gone"));

        var reports = new List<VerifyReport>();
        var report = await WithAsync<VerifyFiles, VerifyReport>(verify => verify.RunAsync(new SynchronousProgress(reports), default));

        Assert.Equal(
            [("changed", FileFault.Changed), ("gone", FileFault.Gone), ("rotten", FileFault.Rotten)],
            report.Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
            .Select(file => (Path.GetFileNameWithoutExtension(file.Path), file.Fault)).Order());
        Assert.Equal(report.Total, report.Checked);
        Assert.Equal(report.Checked, report.Good + report.Faults.Values.Sum());
        Assert.Equal(report.Checked, reports.Count);
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".jpg");

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    private sealed class SynchronousProgress(List<VerifyReport> reports) : IProgress<VerifyReport>
    {
        public void Report(VerifyReport value) => reports.Add(value);
    }
}
