using Sovia.Metadata;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;

namespace Sovia.Tests.Pictures;

/// <summary>Probes a file as a scan does.</summary>
public static class SoundnessProbe
{
    public static FfmpegTools Tools { get; } = FfmpegTools.FindOnPath(Environment.GetEnvironmentVariable("PATH"));

    public static Task<MediaProperties> ProbeAsync(string path, FfmpegTools? tools = null)
    {
        using var file = File.OpenRead(path);
        var head = new byte[MediaType.HeaderLength];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new MediaProbe(tools ?? Tools).ProbeAsync(path, MediaType.Detect(head.AsSpan(0, read)), CancellationToken.None);
    }
}
