// A small store of named records in IndexedDB, which unlike localStorage can hold keys that nobody can read
// out (CryptoKey).
export type Records = {
  get: <T>(name: string) => Promise<T | undefined>
  put: (name: string, value: unknown) => Promise<void>
  remove: (name: string) => Promise<void>
  names: () => Promise<string[]>
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser refused its store'))
  })

const open = (database: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(database, 1)
  request.onupgradeneeded = () => request.result.createObjectStore('record')
  return answered(request)
}

/** Opened and closed for each use, so that a page that is thrown away never holds the database. */
export const openRecords = (database: string): Records => {
  const use = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const db = await open(database)
    try {
      const transaction = db.transaction('record', mode)
      const result = await answered(work(transaction.objectStore('record')))
      if (mode === 'readwrite') {
        await new Promise<void>((done, failed) => {
          transaction.oncomplete = () => done()
          transaction.onabort = () => failed(transaction.error)
        })
      }
      return result
    } finally {
      db.close()
    }
  }
  return {
    get: (name) => use('readonly', (store) => store.get(name)),
    put: async (name, value) => {
      await use('readwrite', (store) => store.put(value, name))
    },
    remove: async (name) => {
      await use('readwrite', (store) => store.delete(name))
    },
    names: async () => (await use('readonly', (store) => store.getAllKeys())).map(String),
  }
}
