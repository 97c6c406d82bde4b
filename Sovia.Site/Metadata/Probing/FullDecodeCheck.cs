using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>Decodes all pictures of a clip, which alone tells whether each of them is there.</summary>
internal sealed class FullDecodeCheck(FfmpegTools tools)
{
    // A film may take longer; then its tables have to do.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Why not all of it can be decoded, in words for the user; null where it can, and where nothing here can tell.</summary>
    /// <exception cref="UnreadableMediaException">ffmpeg cannot be started at the moment.</exception>
    public async Task<string?> FindDamageAsync(string path, CancellationToken ct)
    {
        if (tools.Ffmpeg is not { } ffmpeg) return null;
        try
        {
            var said = await FfmpegProcess.RunForErrorsAsync(
                ffmpeg, ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildInputArguments(path), "-map", "0:V:0", "-f", "null", "-"],
                Longest, ct);
            return FfmpegProcess.IsDataLossMessage(said) ? Sovia.Metadata.Integrity.DamageMessages.Undecodable : null;
        }
        catch (UnreadableMediaException exception) when (exception.InnerException is null)
        {
            return null;
        }
    }
}
