using System.Diagnostics;

namespace Sovia.Bench.Media;

internal static class OneCore
{
    /// <summary>Keeps this process on a single core, which is what the bar is about.</summary>
    public static void Keep()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;
        else Console.Error.WriteLine("This system does not let a process be kept on one core; the figures are those of all.");
    }
}
