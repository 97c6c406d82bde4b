using Sovia.Library;

namespace Sovia.MediaFiles.Downloads.Fetching;

/// <summary>Gets one file whole and checked onto the disk, beside its place, going on where an earlier attempt ended.</summary>
public sealed class FetchFile(AskHost ask, DownloadOptions options, TimeProvider clock)
{
    /// <summary>Fetches into a part file until it is whole.</summary>
    /// <returns>The SHA-256 of the bytes in lower-case hex.</returns>
    /// <exception cref="FaultException">It cannot be had.</exception>
    internal async Task<string> IntoAsync(PartFile part, Wanted wanted, string folder, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(options.Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await OnceAsync(part, wanted, folder, either.Token);
                    break;
                }
                catch (FaultException e) when (e.MayPass && attempt < options.Retries)
                {
                    // What does not fit, and what cannot be gone on with, is begun again.
                    if (e.Code == FaultCode.WrongLength && part.Version is null) part.Begin(0, null);
                    await Task.Delay(options.BackOff * (1 << attempt), clock, either.Token);
                }
            }
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new FaultException(FaultCode.Timeout, $"The download was not complete after {options.Longest.TotalMinutes:0.#} minutes.", inner: e);
        }
        var (type, sha256) = await part.SettleAsync(ct);
        if (!IsFitting(type, wanted.Kind)) throw new FaultException(FaultCode.WrongType, $"The file is {Name(type)}, not {Answer.Noun(wanted.Kind)}.");
        return sha256;
    }

    private async Task OnceAsync(PartFile part, Wanted wanted, string folder, CancellationToken ct)
    {
        using var response = await ask.GetAsync(wanted.Url, part.Length, part.Version, ct);
        if ((int)response.StatusCode == 416) part.Begin(0, null);
        var answer = Answer.Of(response, wanted, part.Length, options.MostOf(wanted.Kind));
        DiskRoom.Check(folder, (answer.Total ?? 0) - answer.Start, options.KeepFree);
        part.Begin(answer.Start, answer.Version);
        await TakeBody.AllAsync(response, answer, part, (options.MostOf(wanted.Kind), options.Stall), clock, ct);
    }

    private static string Name(MediaType type) => type == MediaType.Unknown ? "of an unknown type" : type.Mime;

    private static bool IsFitting(MediaType type, MediaKind kind) =>
        (kind != MediaKind.Video && type.Mime.StartsWith("image/", StringComparison.Ordinal)) || (kind != MediaKind.Image && type.Mime.StartsWith("video/", StringComparison.Ordinal));
}
