using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Pictures;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

public sealed class ReprobeFilesTests(SoviaHost host) : ScanTest(host)
{
    private static readonly MediaProbe Without = new(FfmpegTools.FindOnPath(""));

    private static readonly MediaProbe With = new(SoundnessProbe.Tools);

    private readonly PictureQueue queue = new();

    [FactWithFfmpeg]
    public async Task a_clip_scanned_before_there_was_a_decoder_is_probed_once_when_there_is_one()
    {
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip);
        await Draw.ClipAsync(GetPath($"{clip.Id}.mp4"));
        await ScanWithoutAsync();
        Assert.Null((await LoadPostAsync(clip.Id)).File!.ThumbHash);

        Assert.Equal(0, await ReprobeAsync(Without));
        Assert.Equal(1, await ReprobeAsync(With));
        Assert.Equal((464, true), ((await LoadPostAsync(clip.Id)).File!.Width, (await LoadPostAsync(clip.Id)).File!.ThumbHash is not null));
        Assert.Equal((With.Version, 1), (Assert.Single(await LoadAllAsync<MediaFile>()).Properties!.Version, queue.WaitingCount));
        await using var session = Host.Store.QuerySession();
        Assert.NotNull((await session.LoadAsync<Family>(still.Id))!.PreviewFile!.ThumbHash);
        Assert.Equal(0, await ReprobeAsync(With));
    }

    [FactWithFfmpeg]
    public async Task a_bitmap_that_could_not_be_shown_can_be()
    {
        await Draw.ClipAsync(GetPath("a.bmp"), "-f", "lavfi", "-i", "testsrc2=s=64x48:d=1", "-frames:v", "1");
        await ScanWithoutAsync();
        Assert.NotNull(Assert.Single(await LoadAllAsync<MediaFile>()).Problem);
        Assert.Equal(1, await ReprobeAsync(With));
        Assert.Null(Assert.Single(await LoadAllAsync<MediaFile>()).Problem);
    }

    [FactWithFfmpeg]
    public async Task a_file_that_stays_a_problem_is_not_read_twice_by_the_same_probe()
    {
        Draw.Cut(await Draw.ClipAsync(GetPath("cut.mp4")), 0.5);
        await ScanWithoutAsync();
        await ReprobeAsync(With);
        var file = Assert.Single(await LoadAllAsync<MediaFile>());
        Assert.Equal(With.Version, file.Properties!.Version);
        Assert.NotNull(file.Problem);
        Assert.Equal((0, 0), (await ReprobeAsync(With), queue.WaitingCount));
    }

    [Fact]
    public async Task facts_from_before_there_were_versions_are_completed_and_those_that_are_complete_are_checked_and_kept()
    {
        Draw.Gradient(64, 48).To(GetPath("a.png"));
        Draw.Gradient(48, 64).To(GetPath("b.png"));
        await ScanAsync();
        var files = await LoadAllAsync<MediaFile>();
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(files[0] with { Properties = null });
            session.Store(files[1] with { Properties = files[1].Properties! with { Version = null } });
            await session.SaveChangesAsync();
        }
        Assert.Equal(1, await ReprobeAsync(With));
        var now = (await LoadAllAsync<MediaFile>()).ToDictionary(file => file.Id);
        Assert.Equal(files[0].Properties, now[files[0].Id].Properties);
        Assert.Equal(files[1].Properties, now[files[1].Id].Properties);
        Assert.Equal(0, await ReprobeAsync(With));
    }

    private Task<ScanReport> ScanWithoutAsync() =>
        ActivatorUtilities.CreateInstance<ScanRoots>(Services, Roots, Uploads, Without).ScanAllAsync(null, default);

    private Task<int> ReprobeAsync(MediaProbe probe) =>
        ActivatorUtilities.CreateInstance<ReprobeFiles>(Services, probe, Roots, queue).RunAsync(default);
}
