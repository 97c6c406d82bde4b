using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>Decodes all frames of a video, the only way to know that each is intact.</summary>
internal sealed class FullDecodeCheck(FfmpegTools tools)
{
    // A film may take longer; then only the check of its tables counts.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Returns why the video cannot be decoded completely, as a message for the user; null if it can, or if this cannot be checked here.
    /// </summary>
    /// <exception cref="UnreadableMediaException">ffmpeg cannot be started at the moment.</exception>
    public async Task<string?> FindDamageAsync(string path, CancellationToken ct)
    {
        if (tools.Ffmpeg is not { } ffmpeg) return null;
        try
        {
            var errorOutput = await FfmpegProcess.RunForErrorsAsync(
                ffmpeg, ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildInputArguments(path), "-map", "0:V:0", "-f", "null", "-"],
                Timeout, ct);
            return FfmpegProcess.IsDataLossMessage(errorOutput) ? Sovia.Metadata.Integrity.DamageMessages.Undecodable : null;
        }
        catch (UnreadableMediaException exception) when (exception.InnerException is null)
        {
            return null;
        }
    }
}
