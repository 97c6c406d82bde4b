using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Sovia.Metadata.Decoding;

namespace Sovia.Demo;

/// <summary>Renders short videos from images, if ffmpeg is installed.</summary>
public sealed partial class DemoVideoRenderer(FfmpegTools tools, ILogger<DemoVideoRenderer> logger)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);


    /// <summary>Returns whether videos can be rendered: ffmpeg may be missing or built without the codec.</summary>
    public async Task<bool> IsSupportedAsync(CancellationToken ct) =>
        tools.Ffmpeg is not null && await RunFfmpegAsync(["-f", "lavfi", "-i", "color=s=32x32:d=0.1", .. Codec, "-f", "null", "-"], ct);

    /// <summary>Renders a video, unless it exists. Logs and skips one that fails.</summary>
    internal async Task RenderAsync(DemoFolder folder, DemoScene demoScene, DemoVideo demoVideo, CancellationToken ct)
    {
        var url = DemoUrls.GetVideoUrl(demoScene.GetVideoId(demoVideo));
        if (folder.Contains(url)) return;
        string[] input = ["-loop", "1", "-framerate", $"{DemoVideo.FrameRate}", "-i", folder.GetPath(DemoUrls.GetImageUrl(demoScene.Id))];
        await folder.WriteAsync(url, async path =>
        {
            string[] output = [.. Codec, "-frames:v", $"{DemoVideo.FrameCount}", "-fflags", "+bitexact", "-movflags", "+faststart", "-f",
                "mp4", "-y",
                path];
            if (await RunFfmpegAsync([.. input, "-vf", CreateFilter(demoVideo.Motion, demoScene.Shape.VideoSize), .. output], ct)) return;
            LogFailed(demoScene.Name, demoVideo.Motion);
            File.Delete(path);
        });
    }

    private static string[] Codec => ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "29", "-pix_fmt", "yuv420p", "-threads", "2"];

    private static string CreateFilter(Motion motion, PictureSize pictureSize)
    {
        // Enlarged while the camera moves, because otherwise the movement would be in visible steps of a pixel.
        var camera =
            $"scale={pictureSize.Width * 3 / 2}:{pictureSize.Height * 3 / 2},zoompan=d=1:fps={DemoVideo.FrameRate}:s={pictureSize.Width}x{pictureSize.Height}";
        var staticFilter = $"scale={pictureSize.Width}:{pictureSize.Height}";
        var eased = string.Create(CultureInfo.InvariantCulture, $"(1-cos(PI*on/{DemoVideo.FrameCount}))/2");
        var cycle = string.Create(CultureInfo.InvariantCulture, $"sin(2*PI*t/{DemoVideo.DurationSeconds})");
        const string Middle = "x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2'";
        return motion switch
        {
            Motion.ZoomIn => $"{camera}:z='1+0.22*{eased}':{Middle}",
            Motion.ZoomOut => $"{camera}:z='1.24-0.22*{eased}':{Middle}",
            Motion.PanRight => $"{camera}:z=1.18:x='(iw-iw/zoom)*{eased}':y='(ih-ih/zoom)/2'",
            Motion.PanLeft => $"{camera}:z=1.18:x='(iw-iw/zoom)*(1-{eased})':y='(ih-ih/zoom)/2'",
            Motion.PanUp => $"{camera}:z=1.2:x='(iw-iw/zoom)/2':y='(ih-ih/zoom)*(1-{eased})'",
            Motion.CycleHue => $"{staticFilter},hue=h='38*{cycle}'",
            Motion.Pulse => $"{staticFilter},eq=brightness='0.07*{cycle}':saturation='1+0.25*{cycle}':eval=frame",
            _ => string.Create(CultureInfo.InvariantCulture, $"{staticFilter},hue=s='min(1,0.12+t/{DemoVideo.DurationSeconds * 0.8})'"),
        };
    }

    private async Task<bool> RunFfmpegAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        var startInfo = new ProcessStartInfo(tools.Ffmpeg!, ["-v", "error", "-nostdin", .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            CreateNoWindow = true
        };
        using var process = new Process { StartInfo = startInfo };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Timeout);
        try
        {
            process.Start();
            await Task.WhenAll(process.StandardError.ReadToEndAsync(deadline.Token), process.StandardOutput.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "ffmpeg couldn't create the {Motion} video of the demo scene {Scene}")]
    private partial void LogFailed(string scene, Motion motion);
}
