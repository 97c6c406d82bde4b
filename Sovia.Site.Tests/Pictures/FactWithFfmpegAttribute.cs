using Sovia.Metadata.Decoding;

namespace Sovia.Tests.Pictures;

/// <summary>A test that needs ffmpeg; skipped with the reason where it is lacking.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithFfmpegAttribute : FactAttribute
{
    public FactWithFfmpegAttribute() =>
        Skip = FfmpegTools.FindOnPath(Environment.GetEnvironmentVariable("PATH")).IsAvailable ? null : "ffmpeg is not on this machine";
}
