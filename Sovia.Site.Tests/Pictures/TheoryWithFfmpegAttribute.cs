using Sovia.Metadata.Decoding;

namespace Sovia.Tests.Pictures;

/// <summary>A test of several cases that needs ffmpeg; skipped with the reason where it is lacking.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithFfmpegAttribute : TheoryAttribute
{
    public TheoryWithFfmpegAttribute() =>
        Skip = FfmpegTools.FindOnPath(Environment.GetEnvironmentVariable("PATH")).IsAvailable ? null : "ffmpeg is not on this machine";
}
