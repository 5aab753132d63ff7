using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.CrashCampaign.Outages;

/// <summary>A small disk in memory (tmpfs), for who may mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Mounts one.</summary>
    /// <returns><see langword="null"/> where that is not permitted.</returns>
    public static async Task<SmallDisk?> TryMountAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("hde-disk-").FullName;
        try
        {
            await ProgramRun.RunAsync("/usr/bin/mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
            return new SmallDisk(folder);
        }
        catch (InvalidOperationException)
        {
            Directory.Delete(folder);
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ProgramRun.RunAsync("/usr/bin/umount", Folder);
        Directory.Delete(Folder);
    }
}
