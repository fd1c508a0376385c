import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Set;

/**
 * Holds one thread of a process in the call by which it waits for the disk, so that to the process it looks as if the disk
 * never answered; all its other threads go on. Run as a program by {@code PausedDisk}: it needs Java 22 for calls of the C
 * library, which the project does not.
 *
 * <p>Argument: thread id. Says "paused" once the thread is held. It goes on as soon as this program ends, which it does when
 * its input ends or the thread has died.
 */
public final class PausedThread {
    // linux/ptrace.h and bits/waitflags.h
    private static final int PTRACE_SYSCALL = 24;
    private static final int PTRACE_SEIZE = 0x4206;
    private static final int PTRACE_INTERRUPT = 0x4207;
    private static final int PTRACE_GET_SYSCALL_INFO = 0x420e;
    private static final int PTRACE_O_TRACESYSGOOD = 1;
    private static final int PTRACE_EVENT_STOP = 128;
    private static final int SYSCALL_ENTRY = 1;
    private static final int SYSCALL_INFO_BYTES = 88;
    private static final int SYSCALL_NUMBER_AT = 24;
    private static final int WALL = 0x40000000;
    private static final int SIGTRAP = 5;
    private static final int SIGTRAP_OF_SYSCALL = SIGTRAP | 0x80;

    private final Linker linker = Linker.nativeLinker();
    private final MethodHandle ptrace = function(
            "ptrace",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private final MethodHandle waitpid = function(
            "waitpid",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private final MemorySegment status = Arena.global().allocate(ValueLayout.JAVA_INT);
    private final MemorySegment info = Arena.global().allocate(SYSCALL_INFO_BYTES, 8);
    private final int tid;

    private PausedThread(int tid) {
        this.tid = tid;
    }

    public static void main(String[] args) throws Throwable {
        PausedThread thread = new PausedThread(Integer.parseInt(args[0]));
        Thread.ofPlatform().daemon().start(PausedThread::endWithInput);
        thread.pauseInSync();
        System.out.println("paused");
        thread.holdUntilItDies();
    }

    private void pauseInSync() throws Throwable {
        require(ptrace(PTRACE_SEIZE, PTRACE_O_TRACESYSGOOD) == 0, "this thread may not be traced");
        ptrace(PTRACE_INTERRUPT, 0);
        while (true) {
            require(await(0) == tid, "the thread ended");
            int signal = status.get(ValueLayout.JAVA_INT, 0) >> 8 & 0xff;
            int event = status.get(ValueLayout.JAVA_INT, 0) >> 16;
            if (signal == SIGTRAP_OF_SYSCALL && isEntryOfSync()) {
                return;
            }
            boolean isOurs = signal == SIGTRAP_OF_SYSCALL || signal == SIGTRAP || event == PTRACE_EVENT_STOP;
            ptrace(PTRACE_SYSCALL, isOurs ? 0 : signal);
        }
    }

    private boolean isEntryOfSync() throws Throwable {
        Set<Long> syncs = System.getProperty("os.arch").equals("aarch64") ? Set.of(82L, 83L) : Set.of(74L, 75L);
        require(
                (long) ptrace.invokeExact(PTRACE_GET_SYSCALL_INFO, tid, (long) SYSCALL_INFO_BYTES, info.address()) > 0,
                "the kernel does not tell which call it is");
        return info.get(ValueLayout.JAVA_BYTE, 0) == SYSCALL_ENTRY
                && syncs.contains(info.get(ValueLayout.JAVA_LONG, SYSCALL_NUMBER_AT));
    }

    /** Unless somebody waits for it, a thread that is traced and dies keeps its process from ending. */
    private void holdUntilItDies() throws Throwable {
        require(await(0) == tid, "the thread is gone");
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said here.
            }
        } catch (IOException e) {
            // As good as an end.
        }
        Runtime.getRuntime().halt(0); // the kernel lets go what a process held that has ended
    }

    private long ptrace(int request, long data) throws Throwable {
        return (long) ptrace.invokeExact(request, tid, 0L, data);
    }

    private int await(int flags) throws Throwable {
        return (int) waitpid.invokeExact(tid, status, WALL | flags);
    }

    private MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), descriptor, options);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println(otherwise);
            System.exit(1);
        }
    }
}
