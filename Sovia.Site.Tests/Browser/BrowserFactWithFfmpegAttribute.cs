using Sovia.Tests.Storage.PrivateServer;

namespace Sovia.Tests.Browser;

/// <summary>A browser test that needs a clip to play; skipped, with the reason printed, only where Chromium or ffmpeg is lacking.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactWithFfmpegAttribute : FactAttribute
{
    public BrowserFactWithFfmpegAttribute() =>
        Skip = Chromium.Missing ?? (Machine.Find("ffmpeg") is null ? "ffmpeg is not on this machine" : null);
}
