using System.Buffers;
using System.IO.Compression;

namespace Sovia.Downloads.Fetching;

/// <summary>Copies the body of a response to a part file.</summary>
internal static class ResponseBodyCopier
{
    private const int BufferSize = 1 << 16;

    /// <summary>Copies the whole body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="hostResponse">The metadata from its headers.</param>
    /// <param name="part">The part file, positioned for the first byte.</param>
    /// <param name="limits">The maximum size of the whole file, and the timeout of each read.</param>
    /// <param name="clock">Measures the timeout.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="DownloadException">The body is truncated, stalls, exceeds the maximum size, or cannot be written.</exception>
    public static async Task CopyAsync(
        HttpResponseMessage response, HostResponse hostResponse, PartFile part, (long Most, TimeSpan Stall) limits, TimeProvider clock,
        CancellationToken ct)
    {
        using var stallSource = new CancellationTokenSource(limits.Stall, clock);
        using var linkedSource = CancellationTokenSource.CreateLinkedTokenSource(stallSource.Token, ct);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var body = CreateDecodedStream(await response.Content.ReadAsStreamAsync(ct), hostResponse.Encoding);
            while (true)
            {
                stallSource.CancelAfter(limits.Stall);
                var bytesRead = await body.ReadAsync(buffer.AsMemory(0, BufferSize), linkedSource.Token);
                if (bytesRead == 0) break;
                if (part.Length + bytesRead > limits.Most) throw HostResponse.CreateTooLargeException(part.Length + bytesRead, limits.Most);
                await WriteAsync(part, buffer.AsMemory(0, bytesRead), ct);
            }
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new DownloadException(DownloadErrorCode.Timeout, $"No data for {limits.Stall.TotalSeconds:0.#} s.", mayPass: true, e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            throw new DownloadException(DownloadErrorCode.WrongLength,
                $"The download was cut off after {part.Length:N0} bytes: {e.Message}", mayPass: true, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (hostResponse.Total is { } total && part.Length != total)
            throw new DownloadException(DownloadErrorCode.WrongLength, $"Received {part.Length:N0} of {total:N0} bytes.", mayPass: true);
    }

    private static async Task WriteAsync(PartFile part, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await part.AppendAsync(bytes, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DiskSpace.ToException(e);
        }
    }

    // The request asks for no compression, but some servers compress anyway.
    private static Stream CreateDecodedStream(Stream body, string? encoding) => encoding switch
    {
        null => body,
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        _ => throw new DownloadException(DownloadErrorCode.WrongType, $"Unsupported compression: {encoding}."),
    };
}
