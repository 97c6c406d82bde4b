using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// Streams the items of a file of JSON values, of any number and format. Only one item is in memory at a time.
/// </summary>
/// <param name="stream">JSON in UTF-8.</param>
/// <param name="context">The context of the file.</param>
internal sealed class JsonItemReader(Stream stream, ReadContext context)
{
    private const int InitialBufferSize = 64 * 1024;

    // With more damaged places than this, the file is something other than damaged JSON.
    private const int MaxDamagedParts = 1_000;

    private readonly JsonItemScanner scanner = new(context.Limits);
    private byte[] buffer = new byte[InitialBufferSize];
    private int start;
    private int end;
    private int lastScanStart = -1;
    private bool atEnd;
    private long bytesRead;
    private int foundItems;
    private int damagedParts;
    private bool isTruncated;

    /// <summary>Reads items and issues in the order of the file.</summary>
    public async IAsyncEnumerable<JsonItem> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var (item, problem) = ScanNext();
            if (problem is not null)
            {
                if (!scanner.IsTooDeep && scanner.HasStarted && await RepairAsync(ct)) continue;
                var damageStart = bytesRead - (end - start);
                if (scanner.IsTooDeep || !scanner.HasStarted || damagedParts++ >= MaxDamagedParts || !await SkipDamageAsync(ct))
                {
                    yield return problem;
                    yield break;
                }
                yield return context.CreateIssue(IssueCode.Truncated, "$",
                    $"The file is damaged after byte {damageStart:N0}. The damaged part was skipped; reading resumed at byte {bytesRead - (end - start):N0}.", rejected: true);
                continue;
            }
            if (item is not null)
                foreach (var result in ReadItem(item))
                {
                    if (result.Issue is null or { Rejected: true }) foundItems++;
                    yield return result;
                }
            else if (atEnd) break;
            else if (FindSizeIssue() is { } issue)
            {
                yield return issue;
                yield break;
            }
            else if (end - start < context.Limits.ItemBytes) await FillAsync(ct);
        }
        if (isTruncated)
            yield return context.CreateFileIssue(IssueCode.Truncated,
                "The file is cut off within an item. The items listed in it before the cut were read.");
        if (foundItems == 0) yield return CreateEmptyIssue();
        if (scanner.Skipped is { PostLikeEntries: > 0 and var skippedCount, FirstPath: { } path })
            yield return context.CreateIssue(IssueCode.EntriesIgnored, path,
                $"{skippedCount:N0} more entries look like posts but are not where any known export stores them, so they were skipped ({foundItems:N0} were read).");
    }

    private IEnumerable<JsonItem> ReadItem(JsonItem item) => item.Issue is { } issue
        ? [item with { File = context.File, Issue = issue with { File = context.File } }]
        : scanner.ExportReader!.Read(item, context.SetObservedAt(scanner.Outline))
        .Select(result => context.FillDefaults(result, scanner.ExportReader));

    private (JsonItem?, JsonItem?) ScanNext()
    {
        var consumed = 0;
        try
        {
            var item = scanner.ReadNext(buffer.AsSpan(start, end - start), atEnd, out consumed);
            start += consumed;
            if (scanner.ItemCount > context.Limits.Nodes)
                return (null, context.CreateFileIssue(IssueCode.TooLarge,
                    $"The file has more than {context.Limits.Nodes:N0} items. The first were imported. Split the file to import the rest."));
            return (item, null);
        }
        catch (JsonException e)
        {
            start += consumed;
            return (null, CreateDamageIssue(e));
        }
    }

    private JsonItem CreateDamageIssue(JsonException e) =>
        scanner.IsTooDeep ? context.CreateFileIssue(IssueCode.Depth, "The file is nested too deeply. Everything before that was imported.")
        : scanner.HasStarted ? context.CreateFileIssue(IssueCode.Truncated,
            $"The file is cut off or damaged{GetLine(e)}. {scanner.ItemCount:N0} items were read before the damaged part.")
        : context.CreateFileIssue(IssueCode.NotJson, $"This is not valid JSON{GetLine(e)}.");

    // Lines are counted from the scanner's last start, so they are correct only while that is the start of the file.
    private string GetLine(JsonException e) =>
        scanner.ItemCount == 0 && bytesRead <= end && e.LineNumber is { } line ? $" around line {line + 1:N0}" : "";

    // Makes the bytes in the buffer readable, if only a word or an item is damaged, so that everything around it is read.
    private async Task<bool> RepairAsync(CancellationToken ct)
    {
        // Outside items, the damaged word directly follows the consumed bytes.
        if (!scanner.IsInsideItem) return JsonRepair.ReplaceWords(buffer.AsSpan(start, Math.Min(end - start, JsonRepair.LongestGap)));
        while (damagedParts < MaxDamagedParts)
        {
            var itemStart = start + Math.Max(0, buffer.AsSpan(start, end - start).IndexOfAnyExcept(" \t\r\n,"u8));
            var item = buffer.AsMemory(itemStart, end - itemStart);
            var length = JsonRepair.MeasureValue(item.Span, out var isOpen);
            if (length == 0 && !isOpen) return false;
            if (JsonRepair.ReplaceWords(length > 0 ? item.Span[..length] : item.Span)) return true;
            if (length > 0)
            {
                item.Span[..length].Fill((byte)' ');
                item.Span[0] = (byte)'0';
                damagedParts++;
                return scanner.IsNextItemDamaged = true;
            }
            if (bytesRead > context.Limits.TextBytes || end - start >= context.Limits.ItemBytes) return false;
            if (atEnd) return !isTruncated && JsonRepair.CloseItem(item.Span) is { } closedItem && ReplaceItem(itemStart, closedItem);
            await FillAsync(ct);
        }
        return false;
    }

    private bool ReplaceItem(int itemStart, byte[] item)
    {
        buffer = [.. buffer.AsSpan(0, itemStart), .. item];
        end = buffer.Length;
        return isTruncated = true;
    }

    private async Task<bool> SkipDamageAsync(CancellationToken ct)
    {
        int skipLength;
        // A damaged item follows the consumed bytes; otherwise they end within the damaged value.
        var isPastDamage = !scanner.IsInsideItem;
        while ((skipLength = JsonRecovery.FindNextLine(buffer.AsSpan(start, end - start), ref isPastDamage)) <= 0)
        {
            // Keeps the line break, because it marks the start of the next line.
            start -= skipLength;
            if (atEnd || bytesRead > context.Limits.TextBytes) return false;
            await FillAsync(ct);
        }
        start += skipLength;
        scanner.Restart();
        return true;
    }

    // Called if the scanner cannot continue with the bytes in the buffer.
    private JsonItem? FindSizeIssue()
    {
        if (bytesRead > context.Limits.TextBytes)
            return context.CreateFileIssue(IssueCode.TooLarge,
                $"The file is larger than {context.Limits.TextBytes >> 20} MB. Everything before that was imported. Split the file to import the rest.");
        if (end - start < context.Limits.ItemBytes) return null;
        // If the scanner still makes no progress while skipping the item, a single string fills the buffer.
        if (scanner.SkipNextItem)
            return context.CreateFileIssue(IssueCode.TooLarge,
                $"A single text is larger than {context.Limits.ItemBytes >> 20} MB. Everything before it was imported.");
        scanner.SkipNextItem = true;
        return null;
    }

    // An incomplete item is scanned again from its start each time, so the amount of data doubles each time to keep the cost low.
    private async Task FillAsync(CancellationToken ct)
    {
        var bytesNeeded = lastScanStart == start ? Math.Max(1, end - start) : 1;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (buffer.Length - end < bytesNeeded && buffer.Length < context.Limits.ItemBytes) Array.Resize(ref buffer, buffer.Length * 2);
        bytesNeeded = Math.Min(bytesNeeded, buffer.Length - end);
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(end), bytesNeeded, throwOnEndOfStream: false, ct);
        end += read;
        bytesRead += read;
        lastScanStart = start;
        atEnd = read < bytesNeeded;
    }

    private JsonItem CreateEmptyIssue() =>
        !scanner.HasStarted ? context.CreateFileIssue(IssueCode.Empty, "The file is empty.")
        : scanner.ItemCount > 0 ? context.CreateFileIssue(IssueCode.Empty, "The file contains no items.")
        : scanner.HasFoundList ? context.CreateFileIssue(IssueCode.Empty, "The file contains an empty list.")
        : context.CreateFileIssue(IssueCode.UnknownShape, scanner.TopLevelNames.IsEmpty
            ? "No items found."
            : $"No items found. Top-level keys: {scanner.TopLevelNames}.");
}
