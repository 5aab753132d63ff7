using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HelpDesk.Email.Protocols.Pickup;

/// <summary>Makes the names in a folder survive a loss of power.</summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Writes the folder itself to the disk; on Windows the file system's own journal does that.</summary>
    /// <exception cref="IOException">The folder can't be opened.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // FileStream opens no folders, so the handle comes from the C library.
        using var handle = Open(folder, ReadOnly);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder '{folder}' can't be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
