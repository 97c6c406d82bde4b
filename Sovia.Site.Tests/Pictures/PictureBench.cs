using Microsoft.Extensions.Logging.Abstractions;
using NetVips;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

/// <summary>Everything that builds pictures, without a site around it.</summary>
public sealed class PictureBench : IDisposable
{
    private readonly TempFolder _temp = new();

    public PictureBench(FfmpegTools? tools = null, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        Folder = new(Root, clock);
        Failed = new(clock);
        Build = new(Folder, Hashes, Failed, Turns, tools ?? SoundnessProbe.Tools, NullLogger<BuildPictures>.Instance);
    }

    public string Root => _temp.PathOf("thumbnails");

    public PictureFolder Folder { get; }

    public ContentHashCache Hashes { get; } = new();

    public FailedPictureCache Failed { get; }

    public BuildThrottle Turns { get; } = new();

    public BuildPictures Build { get; }

    public string PathOf(string name) => _temp.PathOf(name);

    public async Task<PictureSource> SourceAsync(string path) => new(await Hashes.GetAsync(path, CancellationToken.None), path);

    /// <summary>Builds a variant of a file and decodes it.</summary>
    public async Task<Image> BuildAsync(string path, string variant, PictureFormat? format = null)
    {
        var source = await SourceAsync(path);
        var key = new PictureKey(source.Sha256, PictureVariant.Find(variant)!, format ?? PictureFormat.Webp);
        Assert.Null(await Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None));
        return Decode(key);
    }

    /// <summary>Why a variant of a file cannot be built.</summary>
    public async Task<string?> GetBuildErrorAsync(string path, string variant)
    {
        var source = await SourceAsync(path);
        return await Build.EnsureBuiltAsync(new(source.Sha256, PictureVariant.Find(variant)!, PictureFormat.Webp), source, wanted: true,
            CancellationToken.None);
    }

    public Image Decode(PictureKey key)
    {
        using var file = Folder.Open(key);
        using var bytes = new MemoryStream();
        file!.CopyTo(bytes);
        return Image.NewFromBuffer(bytes.ToArray());
    }

    public void Dispose()
    {
        Turns.Dispose();
        _temp.Dispose();
    }
}
