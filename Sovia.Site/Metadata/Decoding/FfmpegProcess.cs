using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Sovia.Metadata.Decoding;

/// <summary>
/// Runs ffmpeg or ffprobe with limits on time and output. The process can open only files, and only as videos or as the requested image
/// format.
/// </summary>
internal static class FfmpegProcess
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private const int MaxOutputBytes = 128 << 20;

    private const int MaxErrorBytes = 16 << 10;

    private static readonly string[] DataLossMessages =
    [
        "Invalid data found", "moov atom not found", "partial file", "File ended prematurely", "Invalid NAL unit size",
        "Error splitting the input", "error while decoding",
        "Error while decoding", "invalid as first byte", "Read error at pos", "bitstream error", "Truncat", "truncat", "orrupt",
    ];

    // Containers that cannot refer to other files, unlike playlists and scene descriptions.
    private const string Containers = "mov,matroska,webm,mp3,flac,wav,ogg,avi,mpegts,mpeg,flv,asf";

    /// <summary>
    /// Builds the arguments up to the input. The input comes last, with the prefix <c>file:</c>, so that no name is read as anything else.
    /// </summary>
    public static IEnumerable<string> BuildInputArguments(string path, params string[] options) =>
        [.. Restrict(Containers), .. options, "-i", "file:" + path];

    /// <summary>Builds the arguments up to the input for an image.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="format">ffmpeg's name of the format; the file is not opened as any other.</param>
    public static IEnumerable<string> BuildStillInputArguments(string path, string format) => [.. Restrict(format), "-i", "file:" + path];

    /// <summary>Builds the arguments up to the input for concatenated videos, from a list file that Sovia writes.</summary>
    public static IEnumerable<string> BuildListInputArguments(string list) =>
        [.. Restrict($"concat,{Containers}"), "-f", "concat", "-safe", "0", "-i", "file:" + list];

    // A playlist disguised as a video could make ffmpeg open other files or contact other hosts.
    private static string[] Restrict(string formats) =>
        ["-v", "error", "-protocol_whitelist", "file", "-format_whitelist", formats, "-max_pixels", "100000000"];

    /// <summary>Runs the program and returns its output.</summary>
    /// <exception cref="UnreadableMediaException">The program rejected the file, timed out or could not be started.</exception>
    public static async Task<byte[]> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var (code, output, errorOutput) = await RunToEndAsync(program, arguments, Timeout, ct);
        if (code == 0) return output;
        throw new UnreadableMediaException("The file is damaged, incomplete or in a format that ffmpeg doesn't support.")
        { IsDamaged = IsDataLossMessage(errorOutput) };
    }

    /// <summary>Runs the program and returns its error output; empty if there were no errors.</summary>
    /// <exception cref="UnreadableMediaException">The program timed out or could not be started.</exception>
    public static async Task<string> RunForErrorsAsync(string program, IEnumerable<string> arguments, TimeSpan longest,
        CancellationToken ct) =>
        (await RunToEndAsync(program, arguments, longest, ct)).Said;

    private static async Task<(int Code, byte[] Output, string Said)> RunToEndAsync(string program, IEnumerable<string> arguments,
        TimeSpan timeout, CancellationToken ct)
    {
        using var process = Start(program, arguments);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(timeout);
        try
        {
            process.StandardInput.Close();
            var errorTask = ReadLimitedAsync(process.StandardError.BaseStream, MaxErrorBytes, deadline.Token);
            var output = await ReadLimitedAsync(process.StandardOutput.BaseStream, MaxOutputBytes, deadline.Token);
            var errorOutput = Encoding.UTF8.GetString(await errorTask);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, output, errorOutput);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new UnreadableMediaException($"Reading the file took longer than {timeout.TotalSeconds:0} seconds.")
            { IsTransient = true, IsBusy = true };
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>
    /// Returns whether an error message means lost data. ffmpeg also reports unsupported codecs and harmless irregularities.
    /// </summary>
    public static bool IsDataLossMessage(string complaint) =>
        Array.Exists(DataLossMessages, message => complaint.Contains(message, StringComparison.Ordinal));

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var startInfo = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(startInfo)!;
        }
        catch (Win32Exception exception)
        {
            throw new UnreadableMediaException($"{Path.GetFileName(program)} can't be started.", exception)
            { IsTransient = true, IsBusy = true };
        }
    }

    // Output beyond the limit is read and discarded, otherwise the process would block forever.
    private static async Task<byte[]> ReadLimitedAsync(Stream stream, int maxBytes, CancellationToken ct)
    {
        using var output = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
            output.Write(buffer, 0, (int)Math.Min(read, maxBytes - output.Length));
        return output.ToArray();
    }
}
