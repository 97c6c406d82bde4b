using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Tests.MediaFiles.Pictures;

/// <summary>Probes a file as a scan does.</summary>
public static class Probing
{
    public static FrameTools Tools { get; } = FrameTools.On(Environment.GetEnvironmentVariable("PATH"));

    public static Task<MediaFacts> OfAsync(string path, FrameTools? tools = null)
    {
        using var file = File.OpenRead(path);
        var head = new byte[MediaType.HeadLength];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new MediaProbe(tools ?? Tools).ProbeAsync(path, MediaType.Of(head.AsSpan(0, read)), CancellationToken.None);
    }
}
